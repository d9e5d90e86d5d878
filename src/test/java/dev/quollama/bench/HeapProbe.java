package dev.quollama.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A look into the heap of another JVM on this machine. */
final class HeapProbe implements AutoCloseable {

    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private HeapProbe(JMXConnector connector, MemoryMXBean memory) {
        this.connector = connector;
        this.memory = memory;
    }

    /** Has that JVM load its management agent, which from then on takes a few MiB of its memory. */
    static HeapProbe attach(long pid) throws IOException {
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
            String address = jvm.startLocalManagementAgent();
            jvm.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            return new HeapProbe(
                    connector,
                    ManagementFactory.newPlatformMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            ManagementFactory.MEMORY_MXBEAN_NAME,
                            MemoryMXBean.class));
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** What is left in the heap after a full collection, in KiB. */
    double liveKib() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1024.0;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
