package dev.quollama.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.UUID;

/**
 * An Ollama that answers as the prompt tells it to, as cheaply as it can, so that it is not what is measured. It also tells when it
 * was asked for an answer and when the connection of an answer was closed: {@code GET /bench/asked/ID} and
 * {@code GET /bench/closed/ID} are answered at that moment.
 */
final class FakeOllama {

    static final String ASKED = "/bench/asked/";
    static final String CLOSED = "/bench/closed/";

    private final Vertx vertx;
    private final Moments asked = new Moments();
    private final Moments closed = new Moments();

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
        } else if (path.startsWith(ASKED)) {
            tell(asked, path.substring(ASKED.length()), request);
        } else if (path.startsWith(CLOSED)) {
            tell(closed, path.substring(CLOSED.length()), request);
        } else {
            // Lists of models, which the service may ask for at any time.
            request.response().putHeader("Content-Type", "application/json").end("{\"models\":[]}");
        }
    }

    private static void tell(Moments moments, String id, HttpServerRequest request) {
        moments.of(UUID.fromString(id)).onSuccess(nanos -> request.response().end(nanos.toString()));
    }

    private void answer(AnswerPlan.Tagged question, HttpServerRequest request) {
        FakeAnswer answer = new FakeAnswer(vertx, request.response(), question.plan());
        request.connection().closeHandler(ignored -> {
            closed.now(question.tag());
            answer.cancel();
        });
        asked.now(question.tag());
        answer.begin();
    }
}
