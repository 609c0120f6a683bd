package dev.holdfast.rls.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfChosenTest {
    private static Tenancy by(String identity, String claims) {
        return new Tenancy(
                List.of("public"),
                Optional.empty(),
                Optional.of(
                        new Tenancy.SessionSpec(
                                "authenticated", Map.of("request.jwt.claims", claims))),
                Optional.of(identity),
                List.of("user_id"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    @Test
    void findsWhatUsersWriteThemselves() {
        assertTrue(
                SelfChosen.of(by("auth.uid()", "{\"user_metadata\":{\"org\":\"${tenants}\"}}"))
                        .isPresent());
        assertTrue(SelfChosen.of(by("(auth.jwt() -> 'user_metadata' ->> 'id')", "{}")).isPresent());
    }

    @Test
    void leavesWhatTheServerWrites() {
        assertEquals(
                Optional.empty(),
                SelfChosen.of(by("auth.uid()", "{\"app_metadata\":{\"org\":\"${tenants}\"}}")));
        // What is only there, and is not who asks, is nobody's choice.
        assertEquals(
                Optional.empty(),
                SelfChosen.of(by("auth.uid()", "{\"user_metadata\":{\"name\":\"x\"}}")));
    }
}
