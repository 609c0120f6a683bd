package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML as CI systems read it: a failing result is a failure, an unknown or broken one an
 * error, a waived, baselined or not applicable one is skipped. A run that looked at nothing has a
 * test of its own that is an error, since an empty suite passes everywhere.
 */
final class JunitReport implements ReportWriter {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            document(xml, report);
            xml.flush();
        } catch (XMLStreamException broken) {
            throw new IOException("cannot write JUnit XML", broken);
        }
    }

    private static void document(XMLStreamWriter xml, Report report) throws XMLStreamException {
        String open = undecided(report);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        totals(xml, report, open);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        totals(xml, report, open);
        // Local time without a zone, as surefire and Ant write it; here it is UTC.
        attribute(
                xml,
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(report.startedAt(), ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.SECONDS)));
        Names names = new Names();
        for (Result result : report.results()) {
            test(xml, result, names);
        }
        if (!open.isEmpty()) {
            start(xml, "holdfast.run", "looks at what it must");
            said(xml, "error", open, "what was not looked at is not decided");
            end(xml, "\n    ");
        }
        end(xml, "\n  ");
        end(xml, "\n");
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    /** Why the run is no pass although every result may be one; empty when there is no reason. */
    private static String undecided(Report report) {
        return String.join("; ", Words.holes(report));
    }

    private static void totals(XMLStreamWriter xml, Report report, String open)
            throws XMLStreamException {
        Map<Outcome, Integer> counts = report.summary();
        int own = open.isEmpty() ? 0 : 1;
        attribute(xml, "name", "holdfast " + report.command());
        attribute(xml, "tests", String.valueOf(report.results().size() + own));
        attribute(xml, "failures", sum(counts, 0, Outcome.FAIL));
        attribute(xml, "errors", sum(counts, own, Outcome.ERROR, Outcome.UNKNOWN));
        attribute(
                xml,
                "skipped",
                sum(counts, 0, Outcome.WAIVED, Outcome.BASELINED, Outcome.NOT_APPLICABLE));
        double seconds =
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0;
        attribute(xml, "time", String.format(Locale.ROOT, "%.3f", seconds));
    }

    private static String sum(Map<Outcome, Integer> counts, int start, Outcome... outcomes) {
        int sum = start;
        for (Outcome outcome : outcomes) {
            sum += counts.getOrDefault(outcome, 0);
        }
        return String.valueOf(sum);
    }

    private static void test(XMLStreamWriter xml, Result result, Names names)
            throws XMLStreamException {
        String place = Words.place(result);
        String check = result.check().value();
        start(xml, check, names.unique(check, place.isEmpty() ? result.message() : place));
        if (result.location().isPresent()) {
            attribute(xml, "file", result.location().get().path());
        }
        String details = details(result);
        switch (result.outcome()) {
            case FAIL -> said(xml, "failure", result.message(), details);
            case ERROR, UNKNOWN -> said(xml, "error", result.message(), details);
            case WAIVED, BASELINED, NOT_APPLICABLE -> {
                xml.writeCharacters("\n      ");
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", Words.outcome(result) + ": " + result.message());
            }
            case PASS -> {}
        }
        end(xml, "\n    ");
    }

    /** What the text report says of a result, so that a reader of the test log needs no other. */
    private static String details(Result result) {
        StringBuilder details = new StringBuilder();
        details.append(result.severity().word()).append(": ").append(result.message());
        result.location()
                .ifPresent(place -> {
                    details.append("\nat: ").append(Words.sourcePlace(place));
                    if (place.origin() != null) {
                        details.append("\nin: ").append(Words.place(place));
                    }
                });
        Words.facts(result)
                .forEach((name, value) ->
                        details.append('\n').append(name).append(": ").append(value));
        if (!result.remediation().isEmpty()) {
            details.append("\ndo: ").append(result.remediation());
        }
        return details.toString();
    }

    private static void start(XMLStreamWriter xml, String className, String name)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", className);
        attribute(xml, "name", name);
        attribute(xml, "time", "0");
    }

    private static void end(XMLStreamWriter xml, String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }

    private static void said(XMLStreamWriter xml, String element, String message, String details)
            throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", element);
        for (String line : details.split("\n", -1)) {
            xml.writeCharacters(Visible.line(line) + "\n");
        }
        xml.writeEndElement();
    }

    // XML 1.0 cannot carry most control characters at all; Visible leaves none.
    private static void attribute(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        xml.writeAttribute(name, Visible.line(value));
    }

    /**
     * CI systems know a test by class and name, and keep the last of two with one name: a pass
     * would hide a failure.
     */
    private static final class Names {
        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> last = new HashMap<>();

        String unique(String check, String name) {
            String base = check + " " + name;
            String unique = name;
            while (!taken.add(check + " " + unique)) {
                unique = name + " (" + (last.merge(base, 1, Integer::sum) + 1) + ")";
            }
            return unique;
        }
    }
}
