package dev.holdfast.rls.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.rls.catalog.Server;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Server with(String... settings) {
        return new Server(170000, "d", "u", List.of(), List.of(settings), List.of());
    }

    @Test
    void namesASettingThatIsNotTheSameAndNotItsValue() {
        String said =
                Settings.changed(with("app app.key=one"), with("app app.key=two", "app.admin=on"))
                        .orElseThrow();
        assertEquals(
                "settings that sessions begin with are not the same: app app.key, app.admin; what"
                        + " policies read of them was not compared",
                said);
        assertFalse(said.contains("two"));
    }

    @Test
    void saysNothingWhereAllAreTheSame() {
        assertEquals(Optional.empty(), Settings.changed(with("a.b=1"), with("a.b=1")));
    }
}
