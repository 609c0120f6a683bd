package dev.holdfast.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final CheckId CHECK = new CheckId("area.name");

    @Test
    void dependsOnEveryPartAndNeverMixesThem() {
        Set<String> all = new HashSet<>();
        for (CheckId check : List.of(CHECK, new CheckId("area.names"))) {
            for (String path : List.of("a", "ab", "")) {
                for (String hash : List.of("b", "bc", "")) {
                    for (int occurrence : new int[] {1, 2, 12}) {
                        all.add(new Identity(check, path, hash, occurrence).fingerprint());
                    }
                }
            }
        }
        assertEquals(2 * 3 * 3 * 3, all.size());
        assertTrue(all.stream().allMatch(each -> each.matches("[0-9a-f]{32}")));
    }

    @Test
    void staysTheSameAcrossReleases() {
        // printf '9:area.name11:dist/app.js1:h1' | sha256sum | cut -c1-32
        assertEquals(
                "639d3f269122cde7fb4188a0633831e7",
                new Identity(CHECK, "dist/app.js", "h", 1).fingerprint());
    }

    @Test
    void hashNeedsTheKey() {
        byte[] value = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);
        FingerprintKey one = FingerprintKey.of("first key, long enough");
        FingerprintKey other = FingerprintKey.of("second key, long enough");
        assertEquals(one.hash(value), one.hash(value));
        assertNotEquals(one.hash(value), other.hash(value));
        assertNotEquals(one.id(), other.id());
        assertNotEquals(one.hash(value), FingerprintKey.shared().hash(value));
    }

    @Test
    void checkIdHasOneForm() {
        for (String bad : List.of("", "area", "area.", ".name", "Area.name", "a.b.c", "a b.c")) {
            assertThrows(IllegalArgumentException.class, () -> new CheckId(bad), bad);
        }
        assertEquals("area", CHECK.area());
    }
}
