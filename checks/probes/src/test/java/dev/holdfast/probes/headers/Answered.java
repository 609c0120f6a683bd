package dev.holdfast.probes.headers;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.List;

/** An answer as a test makes it, and what the judge says of it. */
record Answered(
        String url,
        RouteClass routeClass,
        int status,
        Request request,
        Fields fields,
        String body,
        Demands demands) {
    private static final HeadersJudge JUDGE = new HeadersJudge(Frames::of);

    /** A page with every header as it should be. */
    static Answered page() {
        return new Answered(
                "https://www.example.com/page",
                RouteClass.PAGE,
                200,
                Request.get("/page"),
                Fields.NONE
                        .with("Content-Type", "text/html; charset=utf-8")
                        .with("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("X-Frame-Options", "DENY")
                        .with(
                                "Content-Security-Policy",
                                "default-src 'self'; frame-ancestors 'none'")
                        .with("Referrer-Policy", "strict-origin-when-cross-origin")
                        .with("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                        .with("Cross-Origin-Opener-Policy", "same-origin")
                        .with("Cross-Origin-Embedder-Policy", "require-corp")
                        .with("Cross-Origin-Resource-Policy", "same-origin")
                        .with("Cache-Control", "no-store"),
                "<!doctype html><html><head><title>t</title></head><body>hello</body></html>",
                Demands.of("owasp"));
    }

    /** Data with every header as it should be. */
    static Answered api() {
        return new Answered(
                "https://www.example.com/api/me",
                RouteClass.API,
                200,
                Request.get("/api/me"),
                Fields.NONE
                        .with("Content-Type", "application/json")
                        .with("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Cache-Control", "no-store"),
                "{\"name\":\"a\"}",
                Demands.of("owasp"));
    }

    Answered with(String name, String value) {
        return fields(fields.without(name).with(name, value));
    }

    Answered adding(String name, String value) {
        return fields(fields.with(name, value));
    }

    Answered without(String name) {
        return fields(fields.without(name));
    }

    Answered fields(Fields other) {
        return new Answered(url, routeClass, status, request, other, body, demands);
    }

    Answered as(RouteClass other) {
        return new Answered(url, other, status, request, fields, body, demands);
    }

    Answered at(String other) {
        return new Answered(other, routeClass, status, request, fields, body, demands);
    }

    Answered status(int other) {
        return new Answered(url, routeClass, other, request, fields, body, demands);
    }

    Answered asked(String name, String value) {
        return asked(request.with(name, value));
    }

    Answered asked(Request other) {
        return new Answered(url, routeClass, status, other, fields, body, demands);
    }

    Answered method(String method) {
        return asked(Request.of(method, request.path(), Intent.STATEFUL));
    }

    Answered body(String other) {
        return new Answered(url, routeClass, status, request, fields, other, demands);
    }

    Answered by(Demands other) {
        return new Answered(url, routeClass, status, request, fields, body, other);
    }

    Answered by(String profile) {
        return by(Demands.of(profile));
    }

    List<Finding> findings() {
        Exchange exchange =
                new Exchange(
                        url,
                        request,
                        new Response(status, fields, Body.of(body)),
                        Instant.parse("2026-11-29T12:00:00Z"));
        return JUDGE.judge(Answer.of(exchange, routeClass), demands);
    }

    /** What fails, as ids. */
    List<String> failing() {
        return findings().stream()
                .filter(each -> each.outcome() == Outcome.FAIL)
                .map(each -> each.rule().id().value())
                .toList();
    }

    /** The one finding of that id. */
    Finding finding(String id) {
        List<Finding> all =
                findings().stream().filter(each -> each.rule().id().value().equals(id)).toList();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " findings of " + id);
        }
        return all.getFirst();
    }

    Outcome outcome(String id) {
        return finding(id).outcome();
    }

    Severity severity(String id) {
        return finding(id).severity();
    }
}
