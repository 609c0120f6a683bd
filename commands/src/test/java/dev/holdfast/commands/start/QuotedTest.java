package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Build in apps/web | Build in apps/web
                    a                 | a
                    true              | 'true'
                    No                | 'No'
                    12                | '12'
                    .next             | '.next'
                    -a                | '-a'
                    a: b              | 'a: b'
                    a #b              | 'a #b'
                    it's              | 'it''s'
                    é                 | 'é'
                    """)
    void quotesForYaml(String text, String quoted) {
        assertEquals(quoted, Quoted.yaml(text));
    }

    @Test
    void quotesAList() {
        assertEquals("['a', 'b''c']", Quoted.yamlList(List.of("a", "b'c")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    apps/web  | apps/web
                    my web    | 'my web'
                    it's      | 'it'\\''s'
                    -rf       | './-rf'
                    $(id)     | '$(id)'
                    ~         | '~'
                    """)
    void quotesForAShell(String path, String quoted) {
        assertEquals(quoted, Quoted.shell(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "it's", "$x", "{{x}}", "é", "@{x}", "#"})
    void takesNamesThatMeanThemselves(String name) {
        assertTrue(Quoted.isSafe(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${{ x }}", "a${{", "a\nb", "a\u001bb", "a\u202eb", "a\u2028b"})
    void refusesNamesThatDoNot(String name) {
        assertFalse(Quoted.isSafe(name));
    }
}
