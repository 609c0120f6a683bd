package dev.holdfast.probes.recorded;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.probes.Probes;
import dev.holdfast.probes.verdict.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Recorded exchanges are judged, or the user is told the line that is none. */
public final class RecordingTarget implements Target {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-29T00:00:00Z"), ZoneOffset.UTC);

    private final RecordedJudge judge = Probes.recorded(Optional.empty(), NOW);

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                line(
                        "\"class\":\"page\"",
                        "[\"Strict-Transport-Security\",\"max-age=1; includeSubDomains\"]",
                        "[\"Set-Cookie\",\"__Host-a=b; Path=/; Secure; Expires=Wed, 21 Oct 2026\"]"),
                line(
                        "\"request\":[[\"Origin\",\"https://evil.test\"]]",
                        "[\"Access-Control-Allow-Origin\",\"*\"]",
                        "[\"Vary\",\"Accept, Origin\"]"),
                line(
                        "\"body\":\"<meta http-equiv=content-security-policy content=x>\"",
                        "[\"Permissions-Policy\",\"camera=(self \\\"https://a\\\"), x=*;y\"]",
                        "[\"Integrity-Policy\",\"blocked-destinations=(script), endpoints=(a)\"]"));
    }

    private static String line(String member, String field, String other) {
        return "{\"id\":\"a\",\"url\":\"https://a.test/b\",\"method\":\"GET\",\"status\":200,"
                + member
                + ",\"headers\":[[\"Content-Type\",\"text/html\"],"
                + field
                + ","
                + other
                + "]}";
    }

    @Override
    public void run(byte[] input) throws IOException {
        try {
            RecordingReader.read(
                    new BufferedReader(new StringReader(Text.of(input))), "file", this::judged);
        } catch (UserProblem told) {
            oneLine(String.valueOf(told.getMessage()));
        }
    }

    private void judged(RecordedExchange exchange) {
        List<Finding> findings = judge.judge(exchange);
        if (findings.isEmpty()) {
            throw new AssertionError("an exchange without a verdict");
        }
        findings.forEach(each -> oneLine(each.message()));
    }

    private static void oneLine(String text) {
        if (text.isBlank() || text.chars().anyMatch(each -> each < ' ' || each == 0x7F)) {
            throw new AssertionError("no line for a terminal");
        }
    }
}
