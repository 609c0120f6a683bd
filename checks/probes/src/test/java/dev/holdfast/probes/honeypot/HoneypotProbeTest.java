package dev.holdfast.probes.honeypot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.HoneypotRules;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoneypotProbeTest {
    private static final String PATH = "/wp-login.php";

    private final MovingClock clock = new MovingClock();

    /** A shop that counts who asks for the path, and bans them if told to. */
    private static final class Shop implements Service {
        private final Response answer;
        private final boolean counts;
        private final boolean bans;
        private int alerts;
        private int looks;
        private boolean banned;

        Shop(Response answer, boolean counts, boolean bans) {
            this.answer = answer;
            this.counts = counts;
            this.bans = bans;
        }

        @Override
        public synchronized Response answer(Asked asked) {
            if (asked.path().equals("/test/alerts")) {
                // An alert takes a while to be counted.
                looks++;
                return Answers.of(200, Integer.toString(looks % 3 == 0 ? alerts : seen()));
            }
            if (banned) {
                return Answers.of(403, "go away");
            }
            if (asked.path().equals(PATH)) {
                alerts += counts ? 1 : 0;
                banned = bans;
                return answer;
            }
            return Answers.of(200, "welcome");
        }

        private int seen() {
            return Math.max(0, alerts - 1);
        }
    }

    @Test
    void findsNothingAtWatchedPath() throws Exception {
        Sight sight = probe(rules(Optional.of(403)), shop(404, true, true));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
        assertEquals(Set.of(), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertEquals(
                Set.of("honeypot.answer-leaks", "honeypot.no-ban", "honeypot.no-effect"),
                sight.ids(Outcome.PASS));
    }

    @Test
    void findsPathThatNobodyWatches() throws Exception {
        Sight sight = probe(rules(Optional.of(403)), shop(404, false, true));
        assertEquals(Set.of("honeypot.no-effect"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsMissingBan() throws Exception {
        Sight sight = probe(rules(Optional.of(403)), shop(404, true, false));
        assertEquals(Set.of("honeypot.no-ban"), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void findsWhatTheAnswerTells() throws Exception {
        List<Response> telling =
                List.of(
                        Answers.of(500, "broken"),
                        Answers.of(404, "<pre>at dev.shop.Router.find(Router.java:12)</pre>"),
                        Answers.of(200, "Traceback (most recent call last):"),
                        Answers.with(Answers.of(302, ""), "Location", "/admin/login"));
        for (Response answer : telling) {
            Sight sight = probe(rules(Optional.empty()), new Shop(answer, true, false));
            assertEquals(
                    Set.of("honeypot.answer-leaks"), sight.ids(Outcome.FAIL), sight.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=canary-5512\nDEBUG=1\n",
                "# settings\nexport AWS_KEY=canary-5512",
                "db.password = canary-5512",
                "-----BEGIN RSA PRIVATE KEY-----\ncanary-5512",
                "password: canary-5512",
                "db:\n  host: x\n  password: canary-5512",
                "<?php\ndefine('DB_PASSWORD', 'canary-5512');",
                "<?php\n$db_password = \"canary-5512\";",
                "<?php return ['password' => 'canary-5512'];",
                "{\"db\":{\"DB_PASSWORD\": \"canary-5512\"}}",
                "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://git.test/x.git",
                "ref: refs/heads/main\n",
                "deploy from https://user:canary-5512@git.test/x.git",
                "ann:$apr1$canary-5512$x",
                "root:x:0:0:root:/root:/bin/sh",
                "INSERT INTO `users` VALUES (1,'canary-5512');",
                "CREATE TABLE users (id int);",
                "<!DOCTYPE html><title>PHP 8.3.1 - phpinfo()</title>",
                "<html><head>\n<title>Apache Status</title>",
                "Total Accesses: 12\nTotal kBytes: 3",
                "Warning in /srv/x.php:12 #0 /srv/index.php(12): run() #1 {main}"
            })
    void findsSettingsAndShowsNoneOfThem(String text) throws Exception {
        Sight sight = probe(rules(Optional.empty()), new Shop(Answers.of(200, text), true, false));
        assertEquals(Set.of("honeypot.answer-leaks"), sight.ids(Outcome.FAIL), sight.toString());
        assertFalse(sight.toString().contains("canary-5512"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>welcome, set A_B=c in the form</html>",
                "{\"answer\":\"no such page\"}",
                "nothing = here",
                "{\"url\":\"https://x.test\",\"mail\":\"ann@x.test\"}",
                "{\"password\":\"must not be empty\",\"secret\":\"required\"}",
                "{\"csrfToken\":\"n3v3rmind\"}",
                "write to https://x.test:8080/ or ann@x.test",
                "how to INSERT INTO a table, and why to CREATE TABLE first",
                "<html><title>Guide</title><pre>define('DB_PASSWORD', 'x') phpinfo()</pre>",
                "see ?PAGE=2"
            })
    void takesNoUsualPageForSettings(String text) throws Exception {
        Sight sight = probe(rules(Optional.empty()), new Shop(Answers.of(200, text), true, false));
        assertEquals(Set.of(), sight.ids(Outcome.FAIL), sight.toString());
    }

    @Test
    void passesNoAnswerThatItDidNotReadToTheEnd() throws Exception {
        Response long1 = Answers.of(200, "welcome ".repeat(Leak.LOOKED_AT / 8 + 1));
        Sight sight = probe(rules(Optional.empty()), new Shop(long1, true, false));
        assertEquals(Set.of("honeypot.answer-leaks"), sight.ids(Outcome.UNKNOWN));
    }

    @Test
    void isNotHeldUpByAnAnswerThatAlmostHoldsATrace() {
        for (String part :
                List.of(
                        "at ( at ( ",
                        "at a ( ",
                        "at a$.a$.",
                        "in a/a/",
                        "at x (aaaaaaaaaaaaaaaaaaa.js:",
                        "password ",
                        "  - password ",
                        "\"password ",
                        "\"aaaa",
                        "$password",
                        "://aaaa:",
                        "'token' ",
                        "A_")) {
            Response answer = Answers.of(200, part.repeat(1024 * 1024 / part.length()));
            assertEquals(Optional.empty(), Leak.in(answer), part);
        }
    }

    @Test
    void takesNoCounterOfReadsForAlerts() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        Sight sight =
                probe(
                        rules(Optional.empty()),
                        asked ->
                                asked.path().equals("/test/alerts")
                                        ? Answers.of(200, "" + reads.incrementAndGet())
                                        : Answers.of(404, "no such page"));
        assertEquals(Set.of("honeypot.no-effect"), sight.ids(Outcome.UNKNOWN), sight.toString());
        assertTrue(
                sight.one("honeypot.no-effect").finding().message().contains("from 1 to 2 before"));
    }

    @Test
    void saysThatTheBanMustBeLifted() throws Exception {
        Sight sight = probe(rules(Optional.of(403)), shop(404, true, true));
        for (String id : List.of("honeypot.no-ban", "honeypot.no-effect")) {
            assertTrue(sight.one(id).finding().message().contains("lift the ban"), id);
        }
    }

    @Test
    void cannotTellWithoutEffect() throws Exception {
        HoneypotRules rules = new HoneypotRules(List.of(PATH), Optional.empty(), Optional.empty());
        Sight sight = probe(rules, shop(404, true, false));
        assertEquals(Set.of("honeypot.no-effect"), sight.ids(Outcome.UNKNOWN));
        assertTrue(sight.one("honeypot.no-effect").finding().message().contains("honeypot.effect"));
    }

    @Test
    void cannotTellWhenTheEffectIsNoNumber() throws Exception {
        HoneypotRules rules =
                new HoneypotRules(List.of(PATH), Optional.of("/alerts.html"), Optional.empty());
        Sight sight = probe(rules, shop(404, true, false));
        assertEquals(Set.of("honeypot.no-effect"), sight.ids(Outcome.UNKNOWN), sight.toString());
    }

    @Test
    void cannotTellBanFromWhatWasSoBefore() throws Exception {
        Sight sight = probe(rules(Optional.of(200)), shop(404, true, false));
        assertEquals(Outcome.UNKNOWN, sight.one("honeypot.no-ban").finding().outcome());
    }

    @Test
    void asksNothingWithoutPermission() throws Exception {
        Sight sight =
                new Trial(clock)
                        .honeypot(rules(Optional.of(403)))
                        .harmless()
                        .run(new HoneypotProbe(clock), shop(404, true, true));
        assertEquals(List.of(), sight.asked());
        assertEquals(Set.of("honeypot.no-effect"), sight.ids(Outcome.NOT_APPLICABLE));
        Sight none = new Trial(clock).run(new HoneypotProbe(clock), shop(404, true, true));
        assertTrue(none.one("honeypot.no-effect").finding().message().contains(".honeypot"));
    }

    private Sight probe(HoneypotRules rules, Service service) throws Exception {
        return new Trial(clock).honeypot(rules).run(new HoneypotProbe(clock), service);
    }

    private static HoneypotRules rules(Optional<Integer> ban) {
        return new HoneypotRules(List.of(PATH), Optional.of("/test/alerts"), ban);
    }

    private static Shop shop(int status, boolean counts, boolean bans) {
        return new Shop(Answers.of(status, "no such page"), counts, bans);
    }
}
