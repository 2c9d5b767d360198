package io.binnacle.forecasting.ces;

/**
 * A complex number for each phase of a season, smoothed by a complex parameter: its real part is the level, its
 * imaginary part what the paper calls information potential (Svetunkov et al. 2022, equation 9). A real parameter
 * b smooths like the complex 1 + b + i.
 */
final class ComplexStates {

    final double[] level;
    final double[] potential;

    private double real;
    private double imaginary;

    ComplexStates(int phases) {
        level = new double[phases];
        potential = new double[phases];
    }

    void set(double realPart, double imaginaryPart) {
        real = realPart;
        imaginary = imaginaryPart;
    }

    void set(ComplexStates other) {
        System.arraycopy(other.level, 0, level, 0, level.length);
        System.arraycopy(other.potential, 0, potential, 0, potential.length);
    }

    ComplexStates copy() {
        ComplexStates copy = blank();
        copy.set(this);
        return copy;
    }

    /** With the same parameter, but all zero. */
    ComplexStates blank() {
        ComplexStates blank = new ComplexStates(level.length);
        blank.set(real, imaginary);
        return blank;
    }

    int phase(int time) {
        return level.length == 1 ? 0 : time % level.length;
    }

    void absorb(double error, int phase) {
        double before = level[phase];
        level[phase] = before - (1 - imaginary) * potential[phase] + (real - imaginary) * error;
        potential[phase] = before + (1 - real) * potential[phase] + (real + imaginary) * error;
    }

    /** Whether errors of long ago are forgotten: the eigenvalues of the discount matrix lie within the unit circle. */
    static boolean forgets(double real, double imaginary) {
        double trace = 2 - 2 * real + imaginary;
        double determinant = (1 - real + imaginary) * (1 - real) - (imaginary - 1) * (1 - real - imaginary);
        return Math.abs(determinant) < 1 && Math.abs(trace) < 1 + determinant;
    }
}
