package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostRuleTest {
    private static final String SUFFIX = "supabase.co";

    @Test
    void takesOneLabelUnderTheSuffix() {
        assertTrue(HostRule.isUnder("abc-1.supabase.co", SUFFIX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supabase.co",
                ".supabase.co",
                "evilsupabase.co",
                "a.supabase.co.evil.test",
                "a.b.supabase.co",
                "a.supabase.co.",
                "user@a.supabase.co",
                "a:b@c.supabase.co",
                "a.supabase.co:443",
                "evil.test/.supabase.co",
                "evil.test#.supabase.co",
                "evil.test?.supabase.co",
                "evil.test\\.supabase.co",
                "evil.test%2f.supabase.co",
                "xn--80ak6aa92e.supabase.co",
                "\u0430bc.supabase.co",
                "ABC.supabase.co",
                "abc.SUPABASE.co",
                "-a.supabase.co",
                "a-.supabase.co",
                "a\u3002supabase.co",
                "127.0.0.1",
                "[::1].supabase.co",
                "a\r\n.supabase.co",
                " a.supabase.co"
            })
    void refusesWhatCouldBeAnotherHost(String host) {
        assertFalse(HostRule.isUnder(host, SUFFIX));
    }

    /** Whatever is taken is, to a parser of URLs, exactly that host and nothing besides. */
    @Test
    void takesOnlyWhatAParserReadsAsThatHost() {
        long seed = 20_260_102L;
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "ab0-.@:/\\?#%[]x\u0430\u3002\r\n A";
        int taken = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder label = new StringBuilder();
            int length = random.nextInt(1, 6);
            for (int at = 0; at < length; at++) {
                label.append(letters.charAt(random.nextInt(letters.length())));
            }
            String host = label + (random.nextInt(8) == 0 ? "" : ".") + SUFFIX;
            if (HostRule.isUnder(host, SUFFIX)) {
                taken++;
                URI uri = URI.create("https://" + host + "/x");
                String told = "seed " + seed + ": " + host;
                assertEquals(host, uri.getHost(), told);
                assertEquals(-1, uri.getPort(), told);
                assertEquals(null, uri.getUserInfo(), told);
                assertEquals("/x", uri.getPath(), told);
                assertEquals(3, host.split("\\.", -1).length, told);
            }
        }
        assertTrue(taken > 1_000, "only " + taken + " hosts were taken");
    }

    @Test
    void neverWidensTheAllowList() {
        AllowList all = new AllowList(Set.of("api.a.test"), Set.of("b.test"), Optional.empty());
        AllowList narrowed = all.narrowedTo(Set.of("api.a.test", "evil.test", "*.evil.test"));
        assertTrue(all.allows("x.b.test"));
        assertTrue(narrowed.allows("api.a.test"));
        assertFalse(narrowed.allows("evil.test"));
        assertFalse(narrowed.allows("x.evil.test"));
        assertFalse(narrowed.allows("x.b.test"));
        assertTrue(all.narrowedTo(Set.of("*.b.test")).allows("x.b.test"));
        assertFalse(all.narrowedTo(Set.of()).allows("api.a.test"));
    }
}
