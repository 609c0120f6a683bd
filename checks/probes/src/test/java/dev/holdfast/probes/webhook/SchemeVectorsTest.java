package dev.holdfast.probes.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Signatures against vectors that were computed by openssl, and against the reference library. */
class SchemeVectorsTest {
    private static final String SVIX_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signsAsGithub() {
        Scheme scheme = new GithubScheme();
        assertEquals(
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                signature(scheme, "It's a Secret to Everybody", "", "Hello, World!", 0));
    }

    @Test
    void signsAsSlack() {
        String body =
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                        + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
                        + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertEquals(
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                signature(
                        new SlackScheme(),
                        "8f742231b10e8888abcd99yyyzzz85a5",
                        "",
                        body,
                        1531420618));
    }

    @Test
    void signsAsSvix() {
        assertEquals(
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                signature(
                        new StandardScheme("svix"),
                        SVIX_SECRET,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "{\"test\": 2432232314}",
                        1614265330));
    }

    @Test
    void signsWhatTheReferenceLibraryTakes() throws Exception {
        Webhook reference = new Webhook(SVIX_SECRET);
        Scheme scheme = new StandardScheme("webhook");
        Signer signer = new Signer(scheme, "/hook", scheme.key(SVIX_SECRET).orElseThrow());
        SplittableRandom random = new SplittableRandom(11);
        Instant now = Instant.now();
        for (int round = 0; round < 200; round++) {
            Event event =
                    Event.of(scheme, Event.MARK + Long.toHexString(random.nextLong()), round, now);
            Request right = signer.right(event, now, Intent.STATEFUL);
            assertDoesNotThrow(() -> reference.verify(event.body(), headers(right)));
            Request changed =
                    signer.signed(
                            event.changed(),
                            now,
                            List.of(signer.signature(event, now)),
                            Intent.FORGED);
            assertThrows(
                    WebhookVerificationException.class,
                    () -> reference.verify(event.changed().body(), headers(changed)));
        }
    }

    @Test
    void bothWaysOfTimeAreRefusedByTheReferenceLibrary() throws Exception {
        Webhook reference = new Webhook(SVIX_SECRET);
        Scheme scheme = new StandardScheme("webhook");
        Signer signer = new Signer(scheme, "/hook", scheme.key(SVIX_SECRET).orElseThrow());
        Event event = Event.of(scheme, Event.MARK + "time", 1, Instant.now());
        for (int seconds : List.of(-301, 316)) {
            Request request =
                    signer.right(event, Instant.now().plusSeconds(seconds), Intent.FORGED);
            assertThrows(
                    WebhookVerificationException.class,
                    () -> reference.verify(event.body(), headers(request)));
        }
    }

    @Test
    void writesStripesFieldAsStripeDoes() {
        Scheme scheme = new StripeScheme();
        assertEquals(
                "t=12,v1=aa,v1=bb", scheme.value(Instant.ofEpochSecond(12), List.of("aa", "bb")));
    }

    private static HttpHeaders headers(Request request) {
        Map<String, List<String>> all = new HashMap<>();
        for (Field field : request.fields().lines()) {
            all.put(field.name(), List.of(field.value()));
        }
        return HttpHeaders.of(all, (name, value) -> true);
    }

    private static String signature(
            Scheme scheme, String secret, String id, String body, long seconds) {
        return new Signer(scheme, "/hook", scheme.key(secret).orElseThrow())
                .signature(new Event(id, body), Instant.ofEpochSecond(seconds));
    }
}
