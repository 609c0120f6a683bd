package dev.holdfast.probes.headers;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;

/**
 * One request of the probe.
 *
 * @param judgedAs the class that an answer with the expected status is judged as
 * @param why what is seen by it, for the table: {@code no such path}
 */
record Asked(Request request, Route route, RouteClass judgedAs, String why) {
    /** How the table and the results call it. */
    String subject() {
        return request.method() + " " + request.path() + (why.isEmpty() ? "" : " (" + why + ")");
    }
}
