package dev.holdfast.secrets.env;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What dotenv 18, dotenv-expand 1000 and Next.js 16 make of the same lines was measured. */
class EnvParserTest {

    private static List<String> parsed(String text) {
        return EnvParser.parse(text, ".env").stream()
                .map(each -> each.name() + "=" + each.value())
                .toList();
    }

    private static void assertParsed(String text, String... expected) {
        assertEquals(List.of(expected), parsed(text), text);
    }

    @Test
    void readsPlainLines() {
        assertParsed("A=b", "A=b");
        assertParsed("A = b", "A=b");
        assertParsed("  A=  b  ", "A=b");
        assertParsed("export A=b", "A=b");
        assertParsed("  export   A=b", "A=b");
        assertParsed("A=b c  d", "A=b c  d");
        assertParsed("A=b=c==", "A=b=c==");
        assertParsed("A==b", "A==b");
        assertParsed("a.b-c_1=d", "a.b-c_1=d");
        assertParsed("1A=b", "1A=b");
        assertParsed("A=b\\nc", "A=b\\nc");
    }

    @Test
    void readsEmptyValues() {
        assertParsed("A=", "A=");
        assertParsed("A=   ", "A=");
        assertParsed("A=\"\"", "A=");
        assertParsed("A=''", "A=");
        assertParsed("A=  # nothing", "A=");
        assertParsed("A=\nB=c", "A=", "B=c");
    }

    @Test
    void readsColonsBeforeABlank() {
        assertParsed("A: b", "A=b");
        assertParsed("A: \"b\"", "A=b");
        assertParsed("A:b");
        assertParsed("https://a.example/x");
    }

    @Test
    void leavesOutWhatIsNoAssignment() {
        assertParsed("");
        assertParsed("\n\n");
        assertParsed("# A=b");
        assertParsed("  # A=b");
        assertParsed("A");
        assertParsed("=b");
        assertParsed("A b=c");
    }

    @Test
    void readsQuotes() {
        assertParsed("A=\"b c\"", "A=b c");
        assertParsed("A='b c'", "A=b c");
        assertParsed("A=`b c`", "A=b c");
        assertParsed("A=\"  b  \"", "A=  b  ");
        assertParsed("A=\"b'c`d\"", "A=b'c`d");
        assertParsed("A='{\"b\": \"c\"}'", "A={\"b\": \"c\"}");
        assertParsed("A=\"#b\"", "A=#b");
        assertParsed("A = \"b\"   ", "A=b");
        assertParsed("A=\"b\" # comment", "A=b");
        assertParsed("A=\"b\"# comment", "A=b");
    }

    @Test
    void readsLineEndsInDoubleQuotesOnly() {
        assertParsed("A=\"b\\nc\\rd\"", "A=b\nc\rd");
        assertParsed("A='b\\nc'", "A=b\\nc");
        assertParsed("A=`b\\nc`", "A=b\\nc");
    }

    @Test
    void readsValuesOfManyLines() {
        assertParsed("A=\"b\nc\n\"\nD=e", "A=b\nc\n", "D=e");
        assertParsed("A='b\nc'\nD=e", "A=b\nc", "D=e");
        assertParsed("A=`b\n# no comment\nc`\nD=e", "A=b\n# no comment\nc", "D=e");
    }

    @Test
    void readsWhatOnlyBeginsWithAQuote() {
        assertParsed("A=\"b", "A=\"b");
        assertParsed("A=\"b\nC=d", "A=\"b", "C=d");
        assertParsed("A=\"b\"c", "A=\"b\"c");
        assertParsed("A=\"b\"c\"", "A=b\"c");
        assertParsed("A='it''s'", "A=it''s");
    }

    @Test
    void readsAHashWithoutABlankBothWays() {
        assertParsed("A=b#c", "A=b#c", "A=b");
        assertParsed("A=b #c", "A=b");
        assertParsed("A=b\t#c", "A=b");
        assertParsed("A=b#c #d", "A=b#c", "A=b");
        assertParsed("A=#c", "A=");
    }

    @Test
    void readsBackslashesInQuotesBothWays() {
        assertParsed("A=\"b\\\"c\"", "A=b\"c", "A=b\\\"c");
        assertParsed("A=\"b\\\\c\"", "A=b\\c", "A=b\\\\c");
        assertParsed("A=\"b\\tc\"", "A=b\tc", "A=b\\tc");
        assertParsed("A=\"b\\xc\"", "A=b\\xc");
        assertParsed("A=\"b\\\\\"", "A=b\\", "A=b\\\\");
        assertParsed("A='it\\'s'", "A=it\\'s", "A=it's");
    }

    @Test
    void readsEveryLineEndAndAMark() {
        assertParsed("\uFEFFA=b", "A=b");
        assertParsed("A=b\r\nC=d\r\n", "A=b", "C=d");
        assertParsed("A=b\rC=d", "A=b", "C=d");
        assertParsed("A=\"b\r\nc\"\r\nD=e", "A=b\nc", "D=e");
    }

    @Test
    void knowsTheLine() {
        List<EnvVariable> all =
                EnvParser.parse("# one\nA=b\n\nC=\"d\n\ne\" # f\nG='h'\r\nI=j#k\nL=m", "x/.env");
        assertEquals(
                List.of(
                        "A x/.env:2",
                        "C x/.env:4",
                        "G x/.env:7",
                        "I x/.env:8",
                        "I x/.env:8",
                        "L x/.env:9"),
                all.stream().map(each -> each.name() + " " + each.source()).toList());
    }

    @Test
    void neverShowsAValue() {
        EnvVariable variable = EnvParser.parse("A=Winter2026!", ".env").getFirst();
        assertEquals("A (.env:1)", variable.toString());
    }
}
