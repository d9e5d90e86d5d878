package dev.quollama.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.UUID;

/**
 * An Ollama that answers as the prompt tells it to, as cheaply as it can, so that it is not what is measured. It also tells when the
 * connection of an answer was closed: {@code GET /bench/closed/ID} is answered at that moment.
 */
final class FakeOllama {

    private static final String CLOSED = "/bench/closed/";

    private final Vertx vertx;
    private final Closings closings = new Closings();

    private FakeOllama(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Serves on a free port of 127.0.0.1, which it prints, until its standard input ends. */
    public static void main(String[] args) throws IOException {
        Vertx vertx = EventLoop.start();
        FakeOllama fake = new FakeOllama(vertx);
        vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(Load.MOST_ANSWERS))
                .requestHandler(fake::handle)
                .listen(0, "127.0.0.1")
                .onSuccess(server -> System.out.println(ChildProcess.READY + server.actualPort()));
        while (System.in.read() >= 0) {
            // Its end is the parent's: without it nobody is left to stop this process.
        }
        vertx.close();
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/api/chat")) {
            request.body().onSuccess(body -> answer(AnswerPlan.parse(body.toString()), request));
        } else if (path.startsWith(CLOSED)) {
            closings.of(UUID.fromString(path.substring(CLOSED.length())))
                    .onSuccess(nanos -> request.response().end(nanos.toString()));
        } else {
            // Lists of models, which the service may ask for at any time.
            request.response().putHeader("Content-Type", "application/json").end("{\"models\":[]}");
        }
    }

    private void answer(AnswerPlan.Tagged asked, HttpServerRequest request) {
        FakeAnswer answer = new FakeAnswer(vertx, request.response(), asked.plan());
        request.connection().closeHandler(ignored -> {
            closings.closed(asked.tag());
            answer.cancel();
        });
        answer.begin();
    }
}
