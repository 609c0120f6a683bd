package dev.holdfast.probes.access;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Finding;

/** Somebody who asks, or nobody. */
record Caller(String name) {
    boolean nobody() {
        return name.equals(Target.ANONYMOUS);
    }

    /** The rule that is broken when this caller is let in. */
    CheckInfo rule() {
        return nobody() ? AccessChecks.ANONYMOUS : AccessChecks.DENIED;
    }

    String words() {
        return nobody() ? "nobody (no identity)" : name;
    }

    Request asking(String method, String path, Intent intent) {
        Request request = Request.of(method, path, intent);
        return nobody() ? request : request.as(name);
    }

    Finding finding(CheckInfo rule, Outcome outcome, String message) {
        return Finding.of(rule, outcome, message).keyed(name).with("identity", name);
    }
}
