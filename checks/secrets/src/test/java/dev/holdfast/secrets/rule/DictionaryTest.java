package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void explainsWhatIsMadeOfWords() {
        for (String each :
                List.of("password123", "MyTestDatabaseSecret1", "exchange-recaptcha-token-v3")) {
            assertTrue(Dictionary.explains(each), each);
        }
    }

    @Test
    void doesNotExplainWhatIsDrawn() {
        TokenForge forge = new TokenForge(767);
        int explained = 0;
        for (int i = 0; i < 2_000; i++) {
            explained += Dictionary.explains(forge.text(Alphabet.BASE62, 24)) ? 1 : 0;
        }
        // A random text may hold a word by chance, and is lost then.
        assertTrue(explained < 10, explained + " of 2000");
    }

    @Test
    void explainsNothingWithoutLetters() {
        assertFalse(Dictionary.explains("1234567890"));
    }
}
