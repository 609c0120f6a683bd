package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
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
                    XMLOutputFactory.newFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            document(xml, report);
            xml.flush();
        } catch (XMLStreamException broken) {
            throw new IOException("cannot write JUnit XML", broken);
        }
    }

    private static void document(XMLStreamWriter xml, Report report) throws XMLStreamException {
        Map<Outcome, Integer> counts = report.summary();
        boolean nothing = report.results().stream().noneMatch(Result::looked);
        int tests = report.results().size() + (nothing ? 1 : 0);
        int errors =
                counts.getOrDefault(Outcome.ERROR, 0)
                        + counts.getOrDefault(Outcome.UNKNOWN, 0)
                        + (nothing ? 1 : 0);
        int skipped =
                counts.getOrDefault(Outcome.WAIVED, 0)
                        + counts.getOrDefault(Outcome.BASELINED, 0)
                        + counts.getOrDefault(Outcome.NOT_APPLICABLE, 0);
        double seconds =
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0;
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute(xml, "name", "holdfast " + report.command());
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "holdfast " + report.command());
        attribute(xml, "tests", String.valueOf(tests));
        attribute(xml, "failures", String.valueOf(counts.getOrDefault(Outcome.FAIL, 0)));
        attribute(xml, "errors", String.valueOf(errors));
        attribute(xml, "skipped", String.valueOf(skipped));
        attribute(xml, "time", "%.3f".formatted(seconds));
        attribute(xml, "timestamp", report.startedAt().toString());
        for (Result result : report.results()) {
            test(xml, result);
        }
        if (nothing) {
            start(xml, "holdfast.run", "looks at something");
            said(
                    xml,
                    "error",
                    "nothing was looked at",
                    "a run that looks at nothing decides nothing");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private static void test(XMLStreamWriter xml, Result result) throws XMLStreamException {
        String place = Words.place(result);
        start(xml, result.check().value(), place.isEmpty() ? result.message() : place);
        String details =
                result.severity().word()
                        + ": "
                        + result.message()
                        + (result.remediation().isEmpty() ? "" : "\ndo: " + result.remediation());
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
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String className, String name)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", className);
        attribute(xml, "name", name);
    }

    private static void said(XMLStreamWriter xml, String element, String message, String details)
            throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", element.toLowerCase(Locale.ROOT));
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
}
