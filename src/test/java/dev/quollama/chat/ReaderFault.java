package dev.quollama.chat;

import java.io.IOException;

/** The ways in which a page loses its socket, and how it comes back. */
enum ReaderFault {
    CLOSE_FRAME {
        @Override
        ChatClient strike(ChatClient page, Reopening another) throws IOException {
            page.socket().sendClose(1000);
            return another.open();
        }
    },
    FIN {
        @Override
        ChatClient strike(ChatClient page, Reopening another) throws IOException {
            page.socket().close();
            return another.open();
        }
    },
    RST {
        @Override
        ChatClient strike(ChatClient page, Reopening another) throws IOException {
            page.socket().reset();
            return another.open();
        }
    },
    STALLED_READER {
        @Override
        ChatClient strike(ChatClient page, Reopening another) {
            // It reads on only when everything has happened.
            return page;
        }
    },
    RELOAD {
        @Override
        ChatClient strike(ChatClient page, Reopening another) throws IOException {
            ChatClient reloaded = another.open();
            page.socket().sendClose(1001);
            return reloaded;
        }
    },
    TWO_TABS {
        @Override
        ChatClient strike(ChatClient page, Reopening another) throws IOException {
            return another.open();
        }
    };

    /** Opens another socket of the same browser. */
    interface Reopening {
        ChatClient open() throws IOException;
    }

    /** Lets it happen; returns the socket on which the answer is read on, which may be the same. */
    abstract ChatClient strike(ChatClient page, Reopening another) throws IOException;
}
