package dev.holdfast.probes.headers;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;

/** Says what the content security policies of one answer are worth ({@code csp.…}). */
@FunctionalInterface
public interface PolicyJudge {
    /** Says nothing. */
    PolicyJudge NONE = (exchange, routeClass) -> List.of();

    /** Judges the policies in the answer's header fields and in its page's meta elements. */
    List<Finding> judge(Exchange exchange, RouteClass routeClass);
}
