package dev.holdfast.probes.report;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads violation reports of both forms: {@code {"csp-report": {…}}} (CSP3, section 5.3) and the
 * array of the Reporting API. Takes what is there; a report without a directive is none.
 */
public final class ReportText {
    private static final int LONGEST_DIRECTIVE = 60;

    private ReportText() {}

    /**
     * The violations in a text, all of them: who calls bounds the text.
     *
     * @return nothing when the text is no report of either form; no violation when it is an array
     *     of other reports
     */
    public static Optional<Reports> read(String text) {
        String bare = text.strip();
        if (bare.startsWith("[")) {
            return JsonReader.object("{\"all\":" + bare + "}")
                    .map(whole -> whole.get("all"))
                    .flatMap(all ->
                            all instanceof List<?> list
                                    ? Optional.of(array(list))
                                    : Optional.empty());
        }
        return JsonReader.object(bare).flatMap(ReportText::one).map(Reports::of);
    }

    // A report of another type (Reporting API, section 2.3) says nothing of a policy. One without
    // a type, or a violation of which nobody can say what it broke, may be one of the page's own.
    private static Reports array(List<?> items) {
        List<ViolationReport> reports = new ArrayList<>();
        long malformed = 0;
        for (Object item : items) {
            Map<?, ?> report = item instanceof Map<?, ?> map ? map : Map.of();
            if (report.get("type") instanceof String type && !type.equals("csp-violation")) {
                continue;
            }
            Optional<ViolationReport> violation =
                    report.get("type") != null && report.get("body") instanceof Map<?, ?> body
                            ? modern(body, text(report, "url"))
                            : Optional.empty();
            violation.ifPresent(reports::add);
            malformed += violation.isPresent() ? 0 : 1;
        }
        return new Reports(reports, malformed);
    }

    private static Optional<ViolationReport> one(Map<String, @Nullable Object> whole) {
        if (whole.get("csp-report") instanceof Map<?, ?> report) {
            return classic(report);
        }
        // A single report of the Reporting API, and a line of the collector's own.
        if ("csp-violation".equals(whole.get("type"))
                && whole.get("body") instanceof Map<?, ?> body) {
            return modern(body, text(whole, "url"));
        }
        return whole.get("violation") instanceof Map<?, ?> kept ? written(kept) : Optional.empty();
    }

    private static Optional<ViolationReport> classic(Map<?, ?> report) {
        String effective = text(report, "effective-directive");
        String violated = text(report, "violated-directive");
        return report(
                effective.isEmpty() ? violated : effective,
                text(report, "blocked-uri"),
                text(report, "disposition"),
                text(report, "document-uri"),
                text(report, "referrer"),
                text(report, "source-file"),
                number(report, "line-number"),
                text(report, "script-sample").length());
    }

    private static Optional<ViolationReport> modern(Map<?, ?> body, String page) {
        String document = text(body, "documentURL");
        return report(
                text(body, "effectiveDirective"),
                text(body, "blockedURL"),
                text(body, "disposition"),
                document.isEmpty() ? page : document,
                text(body, "referrer"),
                text(body, "sourceFile"),
                number(body, "lineNumber"),
                text(body, "sample").length());
    }

    private static Optional<ViolationReport> written(Map<?, ?> kept) {
        return report(
                text(kept, "directive"),
                text(kept, "blocked"),
                text(kept, "disposition"),
                text(kept, "document"),
                text(kept, "referrer"),
                text(kept, "source"),
                number(kept, "line"),
                Math.clamp(number(kept, "sample"), 0, Integer.MAX_VALUE));
    }

    // Old browsers write the whole directive with its sources.
    private static Optional<ViolationReport> report(
            String directive,
            String blocked,
            String disposition,
            String document,
            String referrer,
            String source,
            long line,
            int sample) {
        String name = directive.strip().split("[ \\t]", 2)[0].toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ViolationReport(
                        OneLine.of(name, LONGEST_DIRECTIVE),
                        // The first browsers left it empty for inline code.
                        blocked.isEmpty() ? "inline" : ShownAddress.of(blocked),
                        disposition.equals("enforce"),
                        ShownAddress.of(document),
                        ShownAddress.of(referrer),
                        ShownAddress.of(source),
                        Math.max(0, line),
                        sample));
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    private static long number(Map<?, ?> members, String name) {
        return members.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
