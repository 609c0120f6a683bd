package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

    private static void validate(String xml) throws IOException, SAXException {
        Schema schema =
                SchemaFactory.newDefaultInstance()
                        .newSchema(
                                new StreamSource(
                                        JunitReportTest.class.getResourceAsStream(
                                                "holdfast-junit.xsd")));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static Element suites(String xml)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element suites(Report report)
            throws IOException, SAXException, ParserConfigurationException {
        return suites(Written.by(ReportFormat.JUNIT, report));
    }

    private static Element only(Result result)
            throws IOException, SAXException, ParserConfigurationException {
        Report report = ReportBuilder.of(result, ResultBuilder.pass("z.z").build());
        return all(suites(report), "testcase").stream()
                .filter(test -> test.getAttribute("classname").equals(result.check().value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isWhatItWasYesterday() throws IOException {
        Golden.check("report.junit.xml", Written.by(ReportFormat.JUNIT, Samples.realistic()));
    }

    @Test
    void isValidForEveryKindOfReport() throws Exception {
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        Samples.hostile())) {
            validate(Written.by(ReportFormat.JUNIT, report));
        }
    }

    @Test
    void schemaRefusesWhatIsWrong() throws IOException {
        String xml = Written.by(ReportFormat.JUNIT, Samples.realistic());
        for (String wrong :
                List.of(
                        xml.replace(" tests=\"9\"", ""),
                        xml.replace("<failure ", "<fault ").replace("</failure", "</fault"),
                        xml.replace("time=\"1.250\"", "time=\"1,250\""))) {
            assertTrue(!wrong.equals(xml));
            assertThrows(SAXException.class, () -> validate(wrong));
        }
    }

    @Test
    void countsAgreeWithTheElements() throws Exception {
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        Samples.hostile())) {
            Element suites = suites(report);
            Element suite = all(suites, "testsuite").getFirst();
            for (Element counted : List.of(suites, suite)) {
                assertEquals(count(suite, "testcase"), counted.getAttribute("tests"));
                assertEquals(count(suite, "failure"), counted.getAttribute("failures"));
                assertEquals(count(suite, "error"), counted.getAttribute("errors"));
                assertEquals(count(suite, "skipped"), counted.getAttribute("skipped"));
            }
        }
    }

    private static String count(Element parent, String name) {
        return String.valueOf(all(parent, name).size());
    }

    @Test
    void everyOutcomeHasItsElement() throws Exception {
        for (Outcome outcome : Outcome.values()) {
            Result result =
                    ResultBuilder.of(outcome, "area.name").waiver("W-1").message("why").build();
            List<String> children = new ArrayList<>();
            for (String name : List.of("failure", "error", "skipped")) {
                if (!all(only(result), name).isEmpty()) {
                    children.add(name);
                }
            }
            assertEquals(
                    switch (outcome) {
                        case PASS -> List.of();
                        case FAIL -> List.of("failure");
                        case UNKNOWN, ERROR -> List.of("error");
                        case WAIVED, BASELINED, NOT_APPLICABLE -> List.of("skipped");
                    },
                    children,
                    outcome.word());
        }
    }

    @Test
    void saysWhyATestIsSkipped() throws Exception {
        Element waived = only(ResultBuilder.of(Outcome.WAIVED, "area.name").waiver("W-1").build());
        assertEquals(
                "waived by W-1: something is not as it should be",
                all(waived, "skipped").getFirst().getAttribute("message"));
    }

    @Test
    void anEmptyRunHasAnError() throws Exception {
        Element suites = suites(Samples.nothing());
        assertEquals("1", suites.getAttribute("tests"));
        assertEquals("1", suites.getAttribute("errors"));
        assertEquals(
                "nothing was looked at", all(suites, "error").getFirst().getAttribute("message"));
    }

    @Test
    void aRunOfNotApplicableResultsOnlyHasAnError() throws Exception {
        Element suites =
                suites(
                        ReportBuilder.of(
                                ResultBuilder.of(Outcome.NOT_APPLICABLE, "area.name").build()));
        assertEquals("2", suites.getAttribute("tests"));
        assertEquals("1", suites.getAttribute("errors"));
        assertEquals("1", suites.getAttribute("skipped"));
    }

    @Test
    void aRequiredCheckThatDidNotLookIsAnError() throws Exception {
        Report report =
                new ReportBuilder()
                        .requires("rls.tables")
                        .with(ResultBuilder.pass("area.good").build())
                        .build();
        assertEquals("1", suites(report).getAttribute("errors"));
        assertEquals(
                "required and not looked at to the end: rls.tables",
                all(suites(report), "error").getFirst().getAttribute("message"));
    }

    @Test
    void aCleanRunHasNeitherFailureNorError() throws Exception {
        Element suites = suites(ReportBuilder.of(ResultBuilder.pass("area.good").build()));
        assertEquals("1", suites.getAttribute("tests"));
        assertEquals("0", suites.getAttribute("failures"));
        assertEquals("0", suites.getAttribute("errors"));
    }

    @Test
    void aPassNeverHidesAFailureOfTheSameName() throws Exception {
        List<String> names =
                all(
                                suites(
                                        ReportBuilder.of(
                                                ResultBuilder.fail("area.name")
                                                        .at("a.js", 1, 1)
                                                        .build(),
                                                ResultBuilder.pass("area.name")
                                                        .at("a.js", 1, 1)
                                                        .build(),
                                                ResultBuilder.pass("area.name")
                                                        .message("a.js:1:1 (2)")
                                                        .build(),
                                                ResultBuilder.pass("area.name")
                                                        .at("a.js", 1, 1)
                                                        .build())),
                                "testcase")
                        .stream()
                        .map(test -> test.getAttribute("name"))
                        .toList();
        assertEquals(4, names.stream().distinct().count(), names.toString());
        assertEquals("a.js:1:1", names.getFirst());
    }

    @Test
    void noTextBreaksTheXml() throws Exception {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            String text = Hostile.random(random);
            Report report =
                    ReportBuilder.of(
                            ResultBuilder.fail("area.name").message(text).subject(text).build());
            String xml = Written.by(ReportFormat.JUNIT, report);
            String read = all(suites(xml), "failure").getFirst().getAttribute("message");
            assertEquals(Visible.line(text), read, "round " + i + " of seed 20261122");
        }
    }

    @Test
    void surrogatePairsSurviveEveryBufferBoundary() throws Exception {
        String emoji = Character.toString(0x1F600).repeat(20_000);
        for (String text : List.of(emoji, "x" + emoji)) {
            Element failure =
                    all(
                                    suites(
                                            ReportBuilder.of(
                                                    ResultBuilder.fail("area.name")
                                                            .message(text)
                                                            .build())),
                                    "failure")
                            .getFirst();
            assertEquals(text, failure.getAttribute("message"));
            assertEquals("high: " + text + "\n", failure.getTextContent());
        }
    }

    @Test
    void numbersAreTheSameInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        String english = Written.by(ReportFormat.JUNIT, Samples.realistic());
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(english, Written.by(ReportFormat.JUNIT, Samples.realistic()), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(english.contains("time=\"1.250\""), "a second and a quarter");
    }
}
