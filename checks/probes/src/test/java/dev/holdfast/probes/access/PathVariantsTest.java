package dev.holdfast.probes.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathVariantsTest {
    @Test
    void spellsAPathInEveryWayThatSomeLayerResolves() {
        List<String> all = PathVariants.of("/admin/users");

        assertTrue(
                all.containsAll(
                        List.of(
                                "/admin/users/",
                                "//admin/users",
                                "/./admin/users",
                                "/x/../admin/users",
                                "/x/..;/admin/users",
                                "/admin;x/users",
                                "/admin/users;x",
                                "/admin%2fusers",
                                "/%2e/admin/users",
                                "/%2561dmin/users",
                                "/ADMIN/USERS",
                                "/admin/users.json",
                                "/admin/users?",
                                "/admin/users%20",
                                "/admin/users%09",
                                "/admin/users%00")),
                all::toString);
    }

    @Test
    void keepsTheQueryBehindThePath() {
        List<String> all = PathVariants.of("/admin?all=1");

        assertTrue(all.contains("/admin/?all=1"), all::toString);
        assertTrue(all.contains("/ADMIN?all=1"), all::toString);
        assertFalse(all.contains("/admin?"), all::toString);
    }

    @Test
    void makesOnlyPathsThatFitOneRequestLine() {
        Random random = new Random(11);
        String letters = "/aB.;%2?=&-_~é\\";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder path = new StringBuilder("/");
            int length = random.nextInt(14);
            for (int at = 0; at < length; at++) {
                path.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<String> all = PathVariants.of(path.toString());
            assertFalse(all.contains(path.toString()), path::toString);
            assertEquals(all.size(), all.stream().distinct().count());
            assertTrue(all.size() <= 40, () -> all.size() + " spellings");
            for (String variant : all) {
                assertTrue(
                        variant.startsWith("/")
                                && variant.chars().noneMatch(each -> each <= ' ' || each == 0x7f),
                        variant);
            }
        }
    }
}
