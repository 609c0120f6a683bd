package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.MediaType;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Optional;

/** Content-Type: what the answer is said to be, and in which charset. */
public final class ContentTypes implements HeaderRule {
    private static final String FIELD = "Content-Type";

    private static final CheckInfo TYPE =
            Rules.rule(
                    "headers.content-type",
                    "Browsers must guess what the answer is",
                    Severity.MEDIUM,
                    "The Content-Type is missing, void, without a charset on a page, or calls"
                            + " data a page.",
                    "Data that holds somebody's input is run as a page of this origin, or text is"
                            + " read in a charset in which it becomes markup.",
                    "Send the right type: text/html; charset=utf-8 for pages, application/json"
                            + " for data.",
                    "ASVS v5.0.0-4.1.1",
                    "CWE-173");

    @Override
    public List<CheckInfo> rules() {
        return List.of(TYPE);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        Body body = answer.exchange().response().body();
        List<String> lines = answer.lines(FIELD);
        if (!answer.content() || (lines.isEmpty() && body.size() == 0 && !body.cut())) {
            return List.of(Finding.notApplicable(TYPE, "the answer has no content"));
        }
        if (lines.isEmpty()) {
            return List.of(Finding.fail(TYPE, FIELD + " is missing"));
        }
        Optional<MediaType> type = answer.mediaType();
        return List.of(
                type.map(each -> judge(answer, each, body))
                        .orElseGet(() ->
                                Finding.fail(
                                        TYPE,
                                        FIELD + " " + Said.quoted(lines) + " is no media type")));
    }

    private static Finding judge(Answer answer, MediaType type, Body body) {
        String charset = type.charset().orElse("");
        if (charset.equals("utf-7") || charset.startsWith("iso-2022-")) {
            return Finding.fail(
                    TYPE, "charset " + Said.quoted(charset) + " lets text become markup");
        }
        if (!type.html()) {
            return Finding.pass(TYPE, FIELD + " is " + type.essence());
        }
        boolean data =
                switch (answer.routeClass()) {
                    case API, WEBHOOK, REPORT -> true;
                    default -> false;
                };
        if (json(answer.reading().text()) && (data || answer.routeClass() == RouteClass.ERROR)) {
            return Finding.fail(TYPE, "JSON is sent as " + type.essence() + ", a page")
                    .as(Severity.HIGH);
        }
        if (data && answer.exchange().response().successful() && body.size() > 0) {
            return Finding.unknown(
                    TYPE, "a page came instead of data: a sign-in form or a firewall's page?");
        }
        return type.charset().isPresent() || answer.page().charset()
                ? Finding.pass(TYPE, FIELD + " is " + type.essence() + " with its charset")
                : Finding.fail(
                                TYPE,
                                FIELD
                                        + " "
                                        + type.essence()
                                        + " names no charset, and"
                                        + " neither does the page")
                        .as(Severity.LOW);
    }

    private static boolean json(String body) {
        String text = body.strip();
        return (text.startsWith("{") && text.endsWith("}"))
                || (text.startsWith("[") && text.endsWith("]"));
    }
}
