package dev.holdfast.rls.tenancy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Claims that every user may write himself: {@code user_metadata} of a token of Supabase is what
 * {@code auth.updateUser} puts there (Supabase documentation, JWT Claims Reference).
 */
public final class SelfChosen {
    private static final String USER_METADATA = "user_metadata";

    private SelfChosen() {}

    /** What a spec takes for who is asking, or for whose tenant, though the client chooses it. */
    public static Optional<String> of(Tenancy tenancy) {
        Stream<String> settings =
                tenancy.member().stream()
                        .flatMap(each -> each.settings().values().stream())
                        .filter(each -> each.contains("${"));
        return Stream.of(tenancy.identity().stream(), tenancy.tenantSession().stream(), settings)
                .flatMap(each -> each)
                .filter(each -> each.toLowerCase(Locale.ROOT).contains(USER_METADATA))
                .findFirst()
                .map(each ->
                        each
                                + " takes user_metadata, which every user may change himself"
                                + " (auth.updateUser): whoever asks chooses whose rows he gets");
    }
}
