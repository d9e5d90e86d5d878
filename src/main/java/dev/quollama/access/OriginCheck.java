package dev.quollama.access;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets only the page's own origin open a socket. A browser sends cookies and reaches loopback for any page that asks, so without this
 * every site somebody visits could talk to their models. Scripts send no {@code Origin} and are let in: they need no page to reach us.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455, section 10.2</a>
 */
@Singleton
class OriginCheck implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    private final Set<Origin> others;

    OriginCheck(AccessConfig config) {
        others = config.origins().stream()
                .flatMap(List::stream)
                .map(OriginCheck::configured)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        String header = request.getHeader(HttpHeaders.ORIGIN);
        boolean welcome = header == null || isWelcome(Origin.parse(header), request);
        return welcome ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    private boolean isWelcome(Origin origin, HttpServerRequest request) {
        return origin != null && (origin.equals(own(request)) || others.contains(origin));
    }

    private static Origin own(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? null : Origin.of(request.scheme(), authority.host(), authority.port());
    }

    private static Origin configured(String text) {
        Origin origin = Origin.parse(text);
        if (origin == null) {
            throw new IllegalArgumentException("quollama.access.origins has \"" + text
                    + "\", which is not an origin such as https://chat.example.org");
        }
        return origin;
    }
}
