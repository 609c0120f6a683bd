@NullMarked
package dev.holdfast.commands;

import org.jspecify.annotations.NullMarked;
