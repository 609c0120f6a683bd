package dev.holdfast.secrets.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionTest {

    private static List<String> expanded(String text, String others) {
        List<EnvVariable> own = EnvParser.parse(text, ".env");
        return Expansion.expand(own, EnvParser.parse(others, ".env.local")).stream()
                .map(each -> each.name() + "=" + each.value())
                .toList();
    }

    private static List<String> expanded(String text) {
        return expanded(text, "");
    }

    @Test
    void replacesNames() {
        assertEquals(List.of("A=b", "C=b-d"), expanded("A=b\nC=${A}-d"));
        assertEquals(List.of("A=b", "C=bb"), expanded("A=b\nC=$A$A"));
        assertEquals(List.of("C=xb", "A=b"), expanded("C='x$A'\nA=b"));
        assertEquals(List.of("A=b", "C=b", "D=b"), expanded("A=b\nC=$A\nD=$C"));
    }

    @Test
    void looksInOtherFilesForNamesThatThisOneDoesNotHave() {
        assertEquals(List.of("C=u:pw@h"), expanded("C=u:$PW@h", "PW=pw"));
        assertEquals(List.of("A=own", "C=own"), expanded("A=own\nC=$A", "A=other"));
    }

    @Test
    void takesDefaults() {
        assertEquals(List.of("A=b"), expanded("A=${NOPE:-b}"));
        assertEquals(List.of("A=b"), expanded("A=${NOPE-b}"));
        assertEquals(List.of("A=c", "B=c"), expanded("A=c\nB=${A:-d}"));
        assertEquals(List.of("A=", "B=d"), expanded("A=\nB=${A:-d}"));
    }

    @Test
    void readsAnUnknownNameBothWays() {
        assertEquals(List.of("A=pa$word1", "A=pa"), expanded("A=pa$word1"));
        assertEquals(List.of("A=x${NOPE}y", "A=xy"), expanded("A=x${NOPE}y"));
    }

    @Test
    void keepsWhatIsNoReference() {
        assertEquals(List.of("A=p$5w$!x$"), expanded("A=p$5w$!x$"));
        assertEquals(List.of("A=pa$wor"), expanded("A=pa\\$wor"));
        assertEquals(List.of("A=b", "C=$A"), expanded("A=b\nC=\\$A"));
    }

    @Test
    void theLastValueOfANameCounts() {
        assertEquals(List.of("A=b", "A=c", "D=c"), expanded("A=b\nA=c\nD=$A"));
    }

    @Test
    void endsInCircles() {
        assertTrue(expanded("A=$B\nB=$A").size() <= 4);
        assertEquals(List.of("A=$A"), expanded("A=$A"));
        assertTrue(expanded("A=x$A$A$A$A$A$A$A$A").getFirst().length() < 1 << 17);
        StringBuilder bomb = new StringBuilder("V0=0123456789\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("V").append(i).append("=").append(("$V" + (i - 1)).repeat(20)).append('\n');
        }
        assertTrue(expanded(bomb.toString()).stream().allMatch(each -> each.length() < 1 << 17));
    }

    @Test
    void keepsWhatIsMoreThanReferencesAsItIsWritten() {
        assertEquals(
                List.of("USER=admin", "A=x9admin!k2Zq-77", "A=x9$USER!k2Zq-77"),
                expanded("USER=admin\nA='x9$USER!k2Zq-77'"));
        assertEquals(List.of("A=b", "C=b-b"), expanded("A=b\nC=${A}-$A"));
    }
}
