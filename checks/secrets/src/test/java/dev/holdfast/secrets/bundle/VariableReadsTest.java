package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableReadsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process.env.SHOP_KEY",
                "import.meta.env.SHOP_KEY",
                "import.meta.env?.SHOP_KEY",
                "process.env['SHOP_KEY']",
                "process.env[ \"SHOP_KEY\" ]",
                "key: process.env.SHOP_KEY, other: process.env.OTHER",
                "key = process.env.SHOP_KEY;\nconst other = process.env.OTHER;",
                "adminKey: string =\n    import.meta.env.SHOP_KEY;",
                "String(\n  import.meta.env.SHOP_KEY,\n) || process.env.OTHER",
                "${process.env.SHOP_KEY}`",
            })
    void namesTheVariableThatIsReadThere(String text) {
        assertEquals(Optional.of("SHOP_KEY"), new VariableReads(text).at(1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'literal', process.env.SHOP_KEY",
                "`literal ${process.env.SHOP_KEY}`",
                "key, process.env.SHOP_KEY",
                "key; process.env.SHOP_KEY",
                "key } process.env.SHOP_KEY",
                "first ? process.env.SHOP_KEY : process.env.OTHER",
                "process.env.SHOP_KEY || process.env.OTHER",
                "process.env.SHOP_KEY ??\n  process.env.OTHER",
                "process.env[name]",
                "process.environment.SHOP_KEY",
                "import.meta.env",
                "",
            })
    void namesNoneWhereItWouldBeAGuess(String text) {
        assertEquals(Optional.empty(), new VariableReads(text).at(1, 1));
    }

    @Test
    void countsLinesAndColumns() {
        String text = "// 🏮\nconst a = 1,\n  é = process.env.SHOP_KEY;\n";

        assertEquals(Optional.of("SHOP_KEY"), new VariableReads(text).at(3, 7));
        assertEquals(Optional.empty(), new VariableReads(text).at(2, 11));
        assertEquals(Optional.empty(), new VariableReads(text).at(9, 1));
        assertEquals(Optional.empty(), new VariableReads(text).at(3, 999));
    }
}
