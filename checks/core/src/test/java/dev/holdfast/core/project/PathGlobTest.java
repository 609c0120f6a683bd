package dev.holdfast.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource({
        // a name is itself and, as a folder, everything below it
        "dist, dist, true",
        "dist, dist/a.js, true",
        "dist, dist/a/b.js, true",
        "dist, distance, false",
        "dist, src/dist, false",
        "dist/, dist, true",
        "dist/, dist/a.js, true",
        "./dist, dist/a.js, true",
        "a//b/./c, a/b/c, true",
        "., a/b, true",
        "./, a, true",
        // one name
        "*, a, true",
        "*, a/b, true",
        "*.js, a.js, true",
        "*.js, a.ts, false",
        "*.js, src/a.js, false",
        "*.js, .js, true",
        "src/*.js, src/a.js, true",
        "src/*.js, src/a/b.js, false",
        "src/*/b.js, src/a/b.js, true",
        "src/*/b.js, src/b.js, false",
        "src/*/b.js, src/a/a/b.js, false",
        "a*b*c, aXbYc, true",
        "a*b*c, abc, true",
        "a*b*c, abcb, false",
        // one character
        "a?c, abc, true",
        "a?c, ac, false",
        "a?c, a/c, false",
        "a?c, a\uD83D\uDD12c, true",
        "a??c, a\uD83D\uDD12c, false",
        // across names
        "**, a, true",
        "**, a/b/c, true",
        "**/a.js, a.js, true",
        "**/a.js, x/a.js, true",
        "**/a.js, x/y/a.js, true",
        "**/a.js, xa.js, false",
        "**/a.js, x/ba.js, false",
        "**/testdata/**, testdata/a, true",
        "**/testdata/**, x/y/testdata/a/b, true",
        "**/testdata/**, testdata, false",
        "**/testdata, x/testdata, true",
        "**/testdata, x/testdata/y, true",
        "src/**, src/a/b, true",
        "src/**, src, false",
        "src/**/b, src/b, true",
        "src/**/b, src/x/y/b, true",
        "src/**/b, srcb, false",
        "**/**/a, a, true",
        "**/**/a, x/a, true",
        "a/**/**, a/b, true",
        "a**b, aXb, true",
        "a**b, aX/Yb, true",
        "a**b, ab, true",
        "***, a/b, true",
        "**.js, a/b.js, true",
        // characters that mean something elsewhere
        "a.b, aXb, false",
        "a+b, aab, false",
        "a+b, a+b, true",
        "(a|b), a, false",
        "(a|b), (a|b), true",
        "[id], i, false",
        "app/[id]/page.js, app/[id]/page.js, true",
        "{a}, a, false",
        "{a}, {a}, true",
        "^a$, a, false",
        "^a$, ^a$, true",
        "a{2}, aa, false",
        "!a, !a, true",
        "!a, b, false",
        // capitals count
        "Dist, dist, false",
        "Dist, Dist, true",
        // dots that are not the folder above
        "..a, ..a, true",
        "a.., a.., true",
        "..., ..., true"
    })
    void meansExactlyThesePaths(String glob, String path, boolean matches) {
        assertEquals(matches, glob(glob).matches(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "..", "../a", "a/..", "a/../b", "./..", "a\\b", "\\", "a\nb",
                "a\u0000"
            })
    void refusesWhatIsNoPathBelowTheRoot(String text) {
        assertTrue(PathGlob.of(text).isEmpty());
    }

    @Test
    void keepsTheTextAsItWasWritten() {
        assertEquals("./a//b/", glob("./a//b/").toString());
    }

    /** A regular expression with these would not end while anybody waits. */
    @Test
    void patternsWithManyStarsEnd() {
        String deep = "a/".repeat(2_000);
        assertFalse(glob("**/".repeat(30) + "x").matches(deep + "y"));
        assertTrue(glob("**/".repeat(30) + "x").matches(deep + "x"));
        assertFalse(glob("**/a/".repeat(100) + "x").matches(deep + "y"));
        assertFalse(glob("*a".repeat(200) + "x").matches("a".repeat(4_000)));
        assertFalse(glob("**a".repeat(200) + "x").matches("a".repeat(4_000)));
        assertFalse(glob("**/*a*/**/".repeat(50) + "x").matches(deep + "y"));
        assertTrue(glob("a".repeat(100_000)).matches("a".repeat(100_000)));
        assertFalse(glob("**/" + "?".repeat(5_000)).matches("a".repeat(4_999)));
    }

    @Test
    void agreesWithTrialByHandOnSmallPatternsAndPaths() {
        long seed = 20_261_103;
        SplittableRandom random = new SplittableRandom(seed);
        int matched = 0;
        for (int round = 0; round < 100_000; round++) {
            String glob = word(random, "a/*?*b");
            String path = word(random, "aab/").replaceAll("/+", "/").replaceAll("^/|/$", "");
            if (path.isEmpty() || glob.startsWith("/")) {
                continue;
            }
            boolean expected = meets(normal(glob), path);
            matched += expected ? 1 : 0;
            assertEquals(
                    expected,
                    glob(glob).matches(path),
                    "seed " + seed + ", round " + round + ": " + glob + " on " + path);
        }
        assertTrue(matched > 5_000, matched + " matched");
    }

    private static String word(SplittableRandom random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static String normal(String glob) {
        return glob.replaceAll("/+", "/").replaceAll("/$", "");
    }

    /** The path, or a folder above it, tried against the pattern letter by letter. */
    private static boolean meets(String glob, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (tried(glob, 0, path.substring(0, end), 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tried(String glob, int g, String path, int p) {
        if (g == glob.length()) {
            return p == path.length();
        }
        boolean nameStart = g == 0 || glob.charAt(g - 1) == '/';
        if (nameStart && glob.startsWith("**/", g)) {
            if (tried(glob, g + 3, path, p)) {
                return true;
            }
            int slash = path.indexOf('/', p);
            return slash > p && tried(glob, g, path, slash + 1);
        }
        if (glob.startsWith("**", g)) {
            return tried(glob, g + 2, path, p)
                    || (p < path.length() && tried(glob, g, path, p + 1));
        }
        boolean inName = p < path.length() && path.charAt(p) != '/';
        return switch (glob.charAt(g)) {
            case '*' -> tried(glob, g + 1, path, p) || (inName && tried(glob, g, path, p + 1));
            case '?' -> inName && tried(glob, g + 1, path, p + 1);
            default ->
                    p < path.length()
                            && glob.charAt(g) == path.charAt(p)
                            && tried(glob, g + 1, path, p + 1);
        };
    }

    private static PathGlob glob(String text) {
        return PathGlob.of(text).orElseThrow();
    }
}
