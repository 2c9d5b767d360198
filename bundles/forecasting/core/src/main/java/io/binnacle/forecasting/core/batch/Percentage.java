package io.binnacle.forecasting.core.batch;

import java.io.PrintWriter;
import java.util.function.IntSupplier;

/** Tells a person at a terminal, ten percent at a time, how far long work is. */
public final class Percentage {

    private static final int STEP = 10;

    private final PrintWriter terminal;
    private final IntSupplier percent;
    private int told;

    public Percentage(PrintWriter terminal, IntSupplier percent) {
        this.terminal = terminal;
        this.percent = percent;
    }

    public void tell() {
        int now = percent.getAsInt() / STEP * STEP;
        if (now > told && now < 100) {
            told = now;
            terminal.println(now + " %");
        }
    }
}
