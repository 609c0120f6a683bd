package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form says to whoever knows other pattern languages. */
class FormTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "ab_[a-z]+ [a-z]{1,64}",
                "ab_[a-z]* [a-z]{1,64}",
                "ab_\\d{4} [0-9]",
                "ab_\\w [0-9A-Za-z_]",
                "^ab_[a-z]{4} \"begins where\"",
                "ab_[a-z]{4}$ \"ends where\"",
                "ab|cd (live|test)",
                "ab_[a-z]{4,} {least,most}",
                "ab_[a-z]? behind",
            })
    void saysWhatToWriteInstead(String form, String instead) {
        BadForm bad = assertThrows(BadForm.class, () -> FormText.read(form));
        assertTrue(bad.what().startsWith("character "), bad.what());
        assertTrue(bad.what().contains(instead), bad.what());
    }

    @Test
    void takesTheSameCharactersBehindABackslash() {
        assertEquals("a+b", FormText.read("a\\+b").getFirst().getFirst().literal());
        assertEquals("a|$", FormText.read("a\\|\\$").getFirst().getFirst().literal());
    }
}
