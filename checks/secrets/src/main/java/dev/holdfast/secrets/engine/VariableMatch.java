package dev.holdfast.secrets.engine;

/**
 * A variable with a public prefix ({@code VITE_}, {@code NEXT_PUBLIC_}, …) and its literal value,
 * as bundlers inline a whole environment object: {@code {VITE_ADMIN_PASSWORD:"…"}}.
 *
 * @param name the variable's name
 */
public record VariableMatch(String name, int start, int end) implements Match {}
