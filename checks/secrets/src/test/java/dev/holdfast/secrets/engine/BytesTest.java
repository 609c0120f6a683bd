package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void hasWhatItsRangesSay() {
        for (Bytes each : Bytes.values()) {
            Pattern pattern = Pattern.compile("[" + each.ranges() + "]");
            for (int value = 0; value < 256; value++) {
                String text = String.valueOf((char) value);
                assertEquals(
                        pattern.matcher(text).matches(),
                        each.has((byte) value),
                        each + " " + value);
            }
        }
    }
}
