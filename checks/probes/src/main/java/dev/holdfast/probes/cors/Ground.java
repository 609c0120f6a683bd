package dev.holdfast.probes.cors;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.AnotherPage;
import dev.holdfast.probes.verdict.GuardMarks;
import dev.holdfast.probes.verdict.Obstacle;
import java.util.Optional;

/**
 * Whether it is the route that answers. A refusal of a path that does not exist, of a login or of a
 * guard in front says nothing of whom the route lets in.
 *
 * @param plain what a request without an origin was answered, from the main standpoint
 */
record Ground(Route route, Optional<Response> plain) {
    /** Why a plain answer does not show the route, when it does not. */
    Optional<String> hidden(Response response) {
        Optional<String> obstacle = obstacle(response);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        int status = response.status();
        if (response.successful()) {
            return another(response);
        }
        if (asThePolicySays(response)) {
            return Optional.empty();
        }
        return Optional.of(
                "a plain request was answered "
                        + status
                        + switch (status) {
                            case 401 -> ": name an identity that may use the route (identity)";
                            case 403, 406 -> ", which may be a guard in front";
                            case 404, 410 -> ": look at the path in the policy";
                            case 405 -> ": look at the methods in the policy";
                            default -> "";
                        });
    }

    /** Whether the answer to a POST is that of something that takes one. */
    boolean takesPosts(Response response) {
        if (obstacle(response).isPresent()) {
            return false;
        }
        return response.successful()
                || switch (response.status()) {
                    case 400, 409, 411, 413, 415, 422 -> true;
                    case 401, 403 -> refusesStrangers();
                    default -> false;
                };
    }

    /** Why an answer is not the route's own word, when it is not. */
    Optional<String> doubt(Standpoint at, boolean main, Response response) {
        Optional<String> obstacle = obstacle(response);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        int status = response.status();
        Optional<String> words = GuardMarks.words(response);
        if (words.isPresent() && plain.flatMap(GuardMarks::words).isEmpty()) {
            return Optional.of(status + " with a guard's page (\"" + words.get() + "\")");
        }
        Optional<String> page = GuardMarks.inItsPlace(response);
        if (page.isPresent() && plain.flatMap(GuardMarks::inItsPlace).isEmpty()) {
            return page.map(why -> status + " with a guard's page (" + why + ")");
        }
        if (response.successful()
                && Obstacle.loginForm(response)
                && plain.filter(Obstacle::loginForm).isEmpty()
                && plain.isPresent()) {
            return Optional.of(status + " with a login form");
        }
        boolean gone =
                switch (status) {
                    case 404, 410 -> main;
                    case 405, 501 -> main || at.method().equals("POST");
                    default -> false;
                };
        return gone && !at.preflight() && shown()
                ? Optional.of(
                        status
                                + (main
                                        ? ", and a plain request was answered "
                                                + plain.map(Response::status).orElse(0)
                                        : ", and the policy lists " + at.method()))
                : Optional.empty();
    }

    /** Whether a plain request was answered well, so that another answer is due to the origin. */
    boolean shown() {
        return plain.filter(Response::successful).isPresent();
    }

    /** Why a good answer is a page of somebody else in the place of the route's, when it is. */
    private Optional<String> another(Response response) {
        String answered = response.status() + " with ";
        if (guarded(response)) {
            Optional<String> words = GuardMarks.words(response);
            if (words.isPresent()) {
                return words.map(each -> answered + "a guard's page (\"" + each + "\")");
            }
        }
        Optional<String> guard = GuardMarks.inItsPlace(response);
        if (guard.isPresent()) {
            return guard.map(why -> answered + "a guard's page (" + why + ")");
        }
        return login(response)
                ? Optional.of(answered + "a login form, as when a session has ended")
                : Optional.empty();
    }

    /** Whether the way in stands where data or a user's own page should. */
    private boolean login(Response response) {
        return switch (route.routeClass()) {
            case LOGIN, LOGOUT, ERROR -> false;
            case API -> markup(response) && Obstacle.loginForm(response);
            case AUTHENTICATED, ADMIN -> AnotherPage.login(response);
            default -> route.caller().isPresent() && AnotherPage.login(response);
        };
    }

    /** Data may hold a form as a text, a page does not begin as data does. */
    private static boolean markup(Response response) {
        String text = response.body().text().stripLeading();
        return !text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\"");
    }

    /** A page may speak of captchas and firewalls itself, data hardly. */
    private boolean guarded(Response response) {
        return switch (route.routeClass()) {
            case PAGE, LOGIN, AUTHENTICATED, LOGOUT, ADMIN, ERROR, ASSET, DOWNLOAD -> false;
            default -> response.body().text().stripLeading().startsWith("<");
        };
    }

    /** Whether the policy itself says that a plain request ends so. */
    private boolean asThePolicySays(Response response) {
        return switch (response.status()) {
                    case 401 -> route.jwt().isPresent();
                    case 304 -> true;
                    default ->
                            route.routeClass() == RouteClass.ERROR && response.status() / 100 == 4;
                }
                || (route.routeClass() == RouteClass.REDIRECT && response.redirects());
    }

    private boolean refusesStrangers() {
        return route.jwt().isPresent()
                || switch (route.routeClass()) {
                    case WEBHOOK, REPORT -> true;
                    default -> false;
                };
    }

    private Optional<String> obstacle(Response response) {
        boolean meant =
                route.routeClass() == RouteClass.REDIRECT
                        && response.redirects()
                        && GuardMarks.field(response).isEmpty()
                        && (plain.isEmpty()
                                || plain.flatMap(Ground::place).equals(place(response)));
        return meant ? Optional.empty() : Obstacle.of(response);
    }

    private static Optional<String> place(Response response) {
        return response.fields().first("Location").map(each -> each.split("[?#]", 2)[0]);
    }
}
