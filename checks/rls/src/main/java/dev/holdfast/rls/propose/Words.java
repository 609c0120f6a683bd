package dev.holdfast.rls.propose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names suggest. A guess, and said to be one wherever it decides. */
final class Words {
    private static final Set<String> USERS =
            Set.of(
                    "user",
                    "uid",
                    "sub",
                    "owner",
                    "author",
                    "customer",
                    "member",
                    "creator",
                    "profile",
                    "person",
                    "login");
    private static final Set<String> TENANTS =
            Set.of(
                    "tenant",
                    "org",
                    "organization",
                    "organisation",
                    "team",
                    "company",
                    "workspace",
                    "clinic",
                    "school",
                    "store",
                    "shop",
                    "club",
                    "practice",
                    "hospital");
    private static final Set<String> OWNERS =
            Set.of("user_id", "userid", "owner_id", "owner", "uid", "author_id", "customer_id");
    private static final Set<String> TABLES_OF_USERS =
            Set.of(
                    "users",
                    "user",
                    "app_users",
                    "app_user",
                    "profiles",
                    "profile",
                    "user_profiles",
                    "user_profile");

    private Words() {}

    private static List<String> of(String name) {
        return Arrays.stream(
                        name.replaceAll("([a-z])([A-Z])", "$1_$2")
                                .toLowerCase(Locale.ROOT)
                                .split("[^a-z]+", -1))
                .map(each -> each.endsWith("s") ? each.substring(0, each.length() - 1) : each)
                .toList();
    }

    static boolean suggestsUser(String name) {
        return of(name).stream().anyMatch(USERS::contains);
    }

    static boolean suggestsTenant(String name) {
        return of(name).stream().anyMatch(TENANTS::contains);
    }

    /** Whether a column of that name usually holds whose a row is. */
    static boolean isOwner(String column) {
        return OWNERS.contains(column.toLowerCase(Locale.ROOT));
    }

    static boolean isTableOfUsers(String table) {
        return TABLES_OF_USERS.contains(table.toLowerCase(Locale.ROOT));
    }

    /** Some names, of many only the first. */
    static String few(List<String> names) {
        int shown = 4;
        return names.size() <= shown + 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, shown))
                        + " and "
                        + (names.size() - shown)
                        + " more";
    }
}
