package dev.holdfast.probes.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static final String CANARY = "all customers";

    private static Response response(int status, String body) {
        return new Response(status, Fields.NONE, Body.of(body));
    }

    @ParameterizedTest
    @CsvSource({
        "200, <h1>all customers</h1>, FAIL",
        "403, you may not see all customers, FAIL",
        "401, '', PASS",
        "403, not you, PASS",
        "404, no such page, PASS",
        "200, something else, UNKNOWN",
        "204, '', UNKNOWN",
        "200, <input type=password>, UNKNOWN",
        "401, <INPUT NAME=p TYPE = 'PassWord'>, UNKNOWN",
        "403, Checking your browser before accessing, UNKNOWN",
        "406, Please solve the CAPTCHA, UNKNOWN",
        "429, '', UNKNOWN",
        "500, '', UNKNOWN",
        "503, down, UNKNOWN"
    })
    void saysWhetherTheCallerWasKeptOut(int status, String body, Outcome outcome) {
        assertEquals(outcome, Admission.of(response(status, body), CANARY).outcome());
    }

    /** A proxy may pack a body that nobody asked it to. */
    @Test
    void readsThroughACodingOrSaysThatItDidNot() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("you may not see " + CANARY).getBytes(StandardCharsets.UTF_8));
        }
        Body body = new Body(packed.toByteArray(), false);
        for (String coding : List.of("gzip", "x-unknown")) {
            Response refusal =
                    new Response(401, Fields.NONE.with("Content-Encoding", coding), body);
            assertEquals(
                    coding.equals("gzip") ? Outcome.FAIL : Outcome.UNKNOWN,
                    Admission.of(refusal, CANARY).outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void takesNoRedirectForARefusalAndShowsNoQuery(int status) {
        Response answer =
                new Response(
                        status,
                        Fields.NONE.with("Location", "https://idp.test/login?state=secret#part"),
                        Body.EMPTY);

        Admission admission = Admission.of(answer, CANARY);

        assertEquals(Outcome.UNKNOWN, admission.outcome());
        assertTrue(admission.words().contains("https://idp.test/login"));
        assertFalse(admission.words().contains("secret"));
        assertFalse(admission.words().contains("part"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf-mitigated", "x-amzn-waf-action", "X-Sucuri-Block"})
    void takesNoGuardForTheService(String field) {
        Response answer = new Response(403, Fields.NONE.with(field, "challenge"), Body.EMPTY);

        assertEquals(Outcome.UNKNOWN, Admission.of(answer, CANARY).outcome());
    }

    @ParameterizedTest
    @EnumSource(Reply.Reason.class)
    void neverPassesWhatWasNotAnswered(Reply.Reason reason) {
        Outcome outcome = Admission.of(new Reply.Unanswered(reason, "why"), CANARY).outcome();

        assertEquals(
                switch (reason) {
                    case NOT_ALLOWED -> Outcome.NOT_APPLICABLE;
                    case REFUSED_ADDRESS -> Outcome.ERROR;
                    default -> Outcome.UNKNOWN;
                },
                outcome);
    }

    @Test
    void readsAnyBodyToItsEnd() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            Response answer = new Response(403, Fields.NONE, new Body(bytes, false));
            assertFalse(Admission.of(answer, CANARY).letIn());
        }
    }

    @Test
    void findsTheFieldOfAPasswordInATagAndNowhereElse() {
        for (String form :
                List.of(
                        "<input type=password>",
                        "<INPUT name=p\n TYPE = 'password'>",
                        "<input placeholder='<' type=\"password\">")) {
            assertTrue(Obstacle.loginForm(response(200, form)), form);
        }
        for (String none :
                List.of(
                        "<inputs type=password>",
                        "<input> type=password",
                        "<input name=type value=password>",
                        "type=password")) {
            assertFalse(Obstacle.loginForm(response(200, none)), none);
        }
    }

    @Test
    void isNotSlowedDownByManyBeginningsOfTags() {
        for (String part : List.of("<input ", "<input type = ", "type=password ")) {
            Response answer = response(200, part.repeat(1024 * 1024 / part.length()));
            assertFalse(Obstacle.loginForm(answer), part);
        }
    }

    @Test
    void isNotSlowedDownByOneLongTag() {
        String long1 = "<input ".repeat(40_000) + " type".repeat(40_000);

        assertFalse(Obstacle.loginForm(response(200, long1)));
    }
}
