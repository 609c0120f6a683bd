package dev.holdfast.core.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaiverReaderTest {
    private static final Set<String> CHECKS = Set.of("secrets.stripe-secret-key", "area.name");

    private static final String GOOD =
            """
            apiVersion: holdfast/v1
            waivers:
              - id: W-1
                check: area.name
                scope: {paths: [dist/**]}
                kind: accepted-risk
                reason: "the shop of the fair, gone next week"
                owner: "@ann"
                created: 2026-11-01
                expires: 2026-11-10
                ticket: SEC-41
            """;

    private static Waivers read(String text) {
        return WaiverReader.read(
                text.getBytes(StandardCharsets.UTF_8), ".holdfast/waivers.yaml", CHECKS);
    }

    private static List<String> said(String text) {
        return read(text).problems().stream()
                .map(each ->
                        each.location().line()
                                + ":"
                                + each.location().column()
                                + " "
                                + each.id()
                                + ": "
                                + each.message())
                .toList();
    }

    private static void saysOnly(String expected, String text) {
        assertEquals(List.of(expected), said(text));
        assertTrue(read(text).waivers().stream().noneMatch(each -> each.id().equals("W-1")));
    }

    @Test
    void readsEveryPart() {
        Waivers waivers = read(GOOD);
        assertEquals(List.of(), waivers.problems());
        Waiver waiver = waivers.waivers().getFirst();
        assertEquals("W-1", waiver.id());
        assertEquals("area.name", waiver.check().value());
        assertEquals(WaiverKind.ACCEPTED_RISK, waiver.kind());
        assertEquals(LocalDate.of(2026, 11, 1), waiver.created());
        assertEquals(LocalDate.of(2026, 11, 10), waiver.expires());
        assertEquals(9, waiver.days());
        assertEquals("SEC-41", waiver.ticket());
        assertEquals(3, waiver.location().line());
        assertEquals(List.of("dist"), waiver.scope().starts());
    }

    @Test
    void ticketMayBeLeftOut() {
        assertEquals(List.of(), said(GOOD.replace("    ticket: SEC-41\n", "")));
    }

    @Test
    void everyOtherKeyIsNeeded() {
        for (String key :
                List.of("id", "check", "scope", "kind", "reason", "owner", "created", "expires")) {
            String text = GOOD.replaceAll("(?m)^(  - |    )" + key + ":.*\\n", "");
            text = key.equals("id") ? text.replaceFirst("    check", "  - check") : text;
            String id = key.equals("id") ? "waiver 1" : "W-1";
            saysOnly("3:5 " + id + ": '" + key + "' is missing", text);
        }
    }

    @Test
    void refusesDaysThatAreNone() {
        saysOnly("10:14 W-1: there is no day 2026-02-30", GOOD.replace("2026-11-10", "2026-02-30"));
        saysOnly(
                "10:14 W-1: 'soon' is not a date such as 2026-11-30",
                GOOD.replace("2026-11-10", "soon"));
        saysOnly(
                "10:14 W-1: it expires before it was created",
                GOOD.replace("2026-11-10", "2026-10-31"));
    }

    @Test
    void refusesAnUnknownCheckWithTheNearestOne() {
        saysOnly(
                "4:12 W-1: there is no check 'area.nane', did you mean 'area.name'?",
                GOOD.replace("check: area.name", "check: area.nane"));
    }

    @Test
    void refusesAScopeThatNamesNothing() {
        for (String scope : List.of("{}", "{paths: []}", "{paths: [], fingerprints: []}")) {
            saysOnly(
                    "5:12 W-1: the scope names nothing (paths, fingerprints or resource)",
                    GOOD.replace("{paths: [dist/**]}", scope));
        }
    }

    @Test
    void refusesPathsOutOfTheProject() {
        saysOnly(
                "5:21 W-1: '../other/**' is no path below the root",
                GOOD.replace("dist/**", "../other/**"));
    }

    @Test
    void refusesUnknownKindsKeysAndEmptyReasons() {
        saysOnly(
                "6:11 W-1: 'accepted-rist' is not a value of 'kind', did you mean 'accepted-risk'? "
                        + "(one of false-positive, accepted-risk, compensating-control, "
                        + "not-applicable, test-data)",
                GOOD.replace("accepted-risk", "accepted-rist"));
        saysOnly(
                "11:5 W-1: unknown key 'tickets', did you mean 'ticket'?",
                GOOD.replace("ticket:", "tickets:"));
        saysOnly(
                "7:13 W-1: '  ' is not said: it is empty",
                GOOD.replaceAll("reason: .*", "reason: \"  \""));
    }

    @Test
    void oneBrokenWaiverLeavesTheOthers() {
        String second =
                GOOD.substring(GOOD.indexOf("  - id"))
                        .replace("W-1", "W-2")
                        .replace("area.name", "area.nane");
        Waivers waivers = read(GOOD + second);
        assertEquals(List.of("W-1"), waivers.waivers().stream().map(Waiver::id).toList());
        assertEquals(List.of("W-2"), waivers.problems().stream().map(WaiverProblem::id).toList());
    }

    @Test
    void theSecondOfTwoWithOneIdIsInvalid() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));
        assertEquals(List.of("12:9 W-1: the id stands twice, first in line 3"), said(twice));
        assertEquals(1, read(twice).waivers().size());
    }

    @Test
    void aFileThatIsNoneSilencesNothing() {
        for (String bad :
                List.of(
                        "",
                        "waivers: []\n",
                        "apiVersion: holdfast/v2\nwaivers: []\n",
                        "apiVersion: holdfast/v1\nwaivers: {}\n",
                        GOOD + "more: 1\n",
                        GOOD + "apiVersion: holdfast/v1\n",
                        GOOD.replace("scope: {", "scope: &a {"),
                        GOOD + "  - [\n")) {
            Waivers waivers = read(bad);
            assertEquals(List.of(), waivers.waivers(), bad);
            assertEquals("the file", waivers.problems().getFirst().id(), bad);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreSaid() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        bytes[40] = (byte) 0xFF;
        Waivers waivers = WaiverReader.read(bytes, "w.yaml", CHECKS);
        assertEquals("not UTF-8", waivers.problems().getFirst().message());
        assertEquals(List.of(), waivers.waivers());
    }

    @Test
    void anEmptyListBesideAnotherPartIsNoScope() {
        saysOnly(
                "5:12 W-1: the scope names nothing (paths, fingerprints or resource)",
                GOOD.replace("[dist/**]", "[dist/**], fingerprints: []"));
    }

    @Test
    void whatIsSaidOfWaiversCannotBeWaived() {
        for (String check : List.of("waivers.expired", "baseline.ratchet")) {
            String text = GOOD.replace("check: area.name", "check: " + check);
            Waivers waivers =
                    WaiverReader.read(
                            text.getBytes(StandardCharsets.UTF_8), "w.yaml", Set.of(check));
            assertEquals(List.of(), waivers.waivers());
            assertEquals(
                    "what is said of waivers and of the baseline cannot be waived",
                    waivers.problems().getFirst().message());
        }
    }

    @Test
    void aFileOfMoreMistakesThanAreReadSilencesNothing() {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = 0; i < 400; i++) {
            text.append("  - {a: 1, b: 2, c: 3}\n");
        }
        // Behind the last mistake that is read: whether this one is well formed nobody knows.
        text.append("  - {id: W-2, check: area.name}\n");
        Waivers waivers = read(text.toString());
        assertEquals(List.of(), waivers.waivers());
        assertEquals("the file", waivers.problems().getLast().id());
    }

    @Test
    void aFileMayBeCalledLikeAPlace() {
        byte[] broken = "&a : b".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("w:0:0: x", "w:99999999999:1: x", "w:7:7: x")) {
            WaiverProblem problem = WaiverReader.read(broken, name, CHECKS).problems().getFirst();
            assertEquals("anchors are not allowed ('&a')", problem.message());
            assertEquals(name, problem.location().path());
            assertEquals(1, problem.location().line());
        }
    }

    @Test
    void aReasonMayStartWithAnEmptyLine() {
        assertEquals(List.of(), said(GOOD.replaceAll("reason: .*", "reason: \"\\\\n why\"")));
    }

    @Test
    void randomFilesMakeNoWaiverThatIsNotWellFormed() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String second = GOOD.substring(GOOD.indexOf("  - id")).replace("W-1", "W-2");
        byte[] good = (GOOD + second).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) " \n:-{}[],\"'#&*!|>%@`0129aW/.\\".charAt(random.nextInt(29));
            }
            for (Waiver waiver : WaiverReader.read(bytes, "w.yaml", CHECKS).waivers()) {
                assertFalse(
                        waiver.id().isBlank()
                                || waiver.reason().isBlank()
                                || waiver.owner().isBlank()
                                || waiver.expires().isBefore(waiver.created())
                                || !CHECKS.contains(waiver.check().value()),
                        "seed " + seed + ", mutation " + i + ": " + waiver);
            }
        }
    }
}
