package dev.holdfast.commands.options;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** Hands over what picocli read for one option; what was not given is null there and not told. */
final class Binding implements IGetter, ISetter {
    private final Consumer<Object> given;
    private @Nullable Object value;

    Binding(Consumer<Object> given) {
        this.given = given;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as picocli declares it
    public <T> @Nullable T get() {
        return (T) value;
    }

    @Override
    public <T> @Nullable T set(@Nullable T read) {
        value = read;
        if (read != null) {
            given.accept(read);
        }
        return read;
    }
}
