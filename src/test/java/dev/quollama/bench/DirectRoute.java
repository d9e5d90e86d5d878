package dev.quollama.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.UUID;

/** Straight to the fake: what there would be without Quollama. */
final class DirectRoute implements Route {

    private final HttpClient client;

    DirectRoute(Vertx vertx, int port) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setMaxPoolSize(Load.MOST_ANSWERS)
                .setKeepAlive(false));
    }

    @Override
    public void ask(AnswerPlan plan, UUID id, Reception reception) {
        client.request(HttpMethod.POST, "/api/chat")
                .onSuccess(request -> send(request, plan.prompt(id), reception))
                .onFailure(reception::fail);
    }

    private static void send(HttpClientRequest request, String prompt, Reception reception) {
        request.response()
                .onSuccess(response -> response.handler(reception::receive)
                        .exceptionHandler(reception::fail)
                        .endHandler(ignored -> reception.end()))
                .onFailure(reception::fail);
        request.end("{\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}")
                .onSuccess(ignored -> reception.asked(() -> request.connection().close()));
    }
}
