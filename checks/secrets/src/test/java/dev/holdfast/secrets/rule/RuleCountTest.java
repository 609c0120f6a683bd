package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RuleCountTest {

    @Test
    void thereAreEnoughOfThem() {
        int byForm = RuleSet.firstClass().rules().size();
        long contextual =
                BuiltInRules.ENTRIES.stream()
                        .filter(each -> each.manner() instanceof Manner.Context)
                        .count();
        assertTrue(byForm >= 120, "by form: " + byForm);
        assertTrue(contextual >= 60, "contextual: " + contextual);
        assertEquals(byForm + contextual + 1, RuleSet.all().rules().size());
    }
}
