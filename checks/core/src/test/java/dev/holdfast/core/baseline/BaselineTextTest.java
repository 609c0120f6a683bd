package dev.holdfast.core.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BaselineTextTest {
    private static final String FILE = ".holdfast/baseline.json";

    private static BaselineEntry entry(String check, String place, String hash, int occurrence) {
        return new BaselineEntry(
                new Identity(new CheckId(check), place, hash, occurrence), true, Severity.HIGH);
    }

    private static Baseline of(BaselineEntry... entries) {
        return new Baseline(FILE, "0123abcd", List.of(entries), null);
    }

    private static Baseline read(String text) {
        return BaselineText.read(text.getBytes(StandardCharsets.UTF_8), FILE);
    }

    private static final BaselineEntry A = entry("a.one", "dist/a.js", "aa", 1);
    private static final BaselineEntry B = entry("a.one", "dist/b.js", "bb", 1);
    private static final BaselineEntry C = entry("b.two", "dist/a.js", "cc", 2);

    @Test
    void isSortedWithOneEntryALine() {
        assertEquals(
                """
                {"apiVersion":"holdfast/v1","key":"0123abcd","entries":[
                {"check":"a.one","path":"dist/a.js","hash":"aa","occurrence":1,"severity":"high"},
                {"check":"a.one","path":"dist/b.js","hash":"bb","occurrence":1,"severity":"high"},
                {"check":"b.two","path":"dist/a.js","hash":"cc","occurrence":2,"severity":"high"}
                ]}
                """,
                BaselineText.write(of(C, A, B)));
    }

    @Test
    void saysInWhatAnEntryWasFound() {
        Baseline both = of(A.in(Set.of(Search.HISTORY, Search.TREE)), B);
        String text = BaselineText.write(both);
        assertTrue(text.contains("\"searches\":[\"tree\",\"history\"],\"severity\""), text);
        assertEquals(both, read(text));
        assertTrue(read(text.replace("history", "future")).broken().isPresent());
    }

    @Test
    void ofTwoLinesForOnePlaceBothSearchesCountUnlessOneIsUnknown() {
        BaselineEntry tree = A.in(Set.of(Search.TREE));
        BaselineEntry past = A.in(Set.of(Search.HISTORY));
        assertEquals(List.of(A.in(Set.of(Search.HISTORY, Search.TREE))), of(tree, past).entries());
        assertEquals(List.of(A), of(tree, A).entries());
    }

    @Test
    void anEmptyOneCanBeReadAgain() {
        assertEquals(of(), read(BaselineText.write(of())));
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(7);
        List<BaselineEntry> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder place = new StringBuilder("p/");
            for (int j = random.nextInt(12); j >= 0; j--) {
                place.append((char) (1 + random.nextInt(0x2FF)));
            }
            entries.add(
                    new BaselineEntry(
                            new Identity(
                                    new CheckId("a.b" + random.nextInt(3)),
                                    place.toString(),
                                    Integer.toHexString(random.nextInt()),
                                    1 + random.nextInt(5)),
                            random.nextBoolean(),
                            Severity.values()[random.nextInt(5)]));
        }
        Collections.shuffle(entries, random);
        Baseline baseline = new Baseline(FILE, "k", entries, null);
        assertEquals(baseline, read(BaselineText.write(baseline)));
        assertEquals(new ArrayList<>(new TreeSet<>(entries)), baseline.entries());
    }

    @Test
    void aUnionOfTwoBranchesIsRead() {
        String one = BaselineText.write(of(A, B));
        String other = BaselineText.write(of(A, C));
        // What a union merge makes of two branches that each added an entry at the end.
        List<String> lines = new ArrayList<>(one.lines().toList());
        lines.add(3, other.lines().toList().get(2));
        assertEquals(of(A, B, C), read(String.join("\n", lines)));
    }

    @Test
    void aConflictThatNobodyMendedIsNotFollowed() {
        String text = BaselineText.write(of(A, B));
        String conflict = text.replaceFirst("\n", "\n<<<<<<< HEAD\n");
        assertEquals("line 2 is not valid", read(conflict).broken().orElseThrow());
        assertEquals(List.of(), read(conflict).entries());
    }

    @Test
    void aFileThatPrettierHasBrokenUpIsRead() {
        String pretty = BaselineText.write(of(A, B)).replace(",\"", ",\n    \"");
        assertEquals(of(A, B), read(pretty));
    }

    @Test
    void refusesWhatCreateDoesNotWrite() {
        String good = BaselineText.write(of(A));
        for (String bad :
                List.of(
                        "",
                        "[]",
                        "{}",
                        good.replace("holdfast/v1", "holdfast/v2"),
                        good.replace("\"occurrence\":1", "\"occurrence\":0"),
                        good.replace("\"occurrence\":1", "\"occurrence\":\"1\""),
                        good.replace("\"high\"", "\"huge\""),
                        good.replace("a.one", "Not An Id"),
                        good.replace("\"hash\":\"aa\",", ""),
                        good.replace("\"path\"", "\"paths\""),
                        good.replace("\"high\"", "\"low\",\"severity\":\"high\""),
                        good.replace("\"key\":", "\"key\":\"x\",\"key\":"),
                        good.replace("\"entries\":[", "\"entries\":[1,"),
                        good + "{}")) {
            assertTrue(read(bad).broken().isPresent(), bad);
            assertEquals(List.of(), read(bad).entries(), bad);
        }
        assertFalse(read(good).broken().isPresent());
    }

    @Test
    void randomBytesAreRefusedAndNothingElse() {
        Random random = new Random(11);
        byte[] good = BaselineText.write(of(A, B, C)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Baseline baseline = BaselineText.read(bytes, FILE);
            assertTrue(
                    baseline.broken().isEmpty() || baseline.entries().isEmpty(), "mutation " + i);
        }
    }
}
