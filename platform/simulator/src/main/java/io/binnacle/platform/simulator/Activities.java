package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every few weeks something is done and the next step is planned; one deal in five is neglected after a while. */
final class Activities implements DealProcess {

    private static final Map<Stage, List<String>> NEXT_STEPS = Map.of(
            Stage.QUALIFY, List.of("Meet the sponsor", "Confirm the budget", "Understand the decision process"),
            Stage.DEVELOP, List.of("Run the discovery workshop", "Draft the business case", "Size the workloads"),
            Stage.PROPOSE,
                    List.of("Present the proposal to the CIO", "Start the proof of concept", "Review the value case"),
            Stage.NEGOTIATE, List.of("Send the revised quote", "Clear the legal terms", "Get the CFO's approval"),
            Stage.CLOSED, List.of("Plan the kick-off"));

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        LocalDate neglected = dice.chance(0.2) ? course.after(dice.between(0.3, 0.9)) : LocalDate.MAX;
        boolean forgotten = dice.chance(0.5);
        LocalDate day = course.begun();
        while (day.isBefore(course.decided().plusDays(120))) {
            LocalDate next = WorkingDays.onOrBefore(day.plusDays(dice.between(18, 40)));
            int choice = dice.between(0, 2);
            boolean last = next.isAfter(neglected);
            Optional<LocalDate> planned = last && forgotten ? Optional.empty() : Optional.of(next);
            timeline.whileOpen(day, deal -> {
                List<String> steps = NEXT_STEPS.get(deal.stage);
                deal.nextStep = Optional.of(steps.get(choice % steps.size()));
                deal.nextActivity = planned;
            });
            if (last) {
                return;
            }
            day = next;
        }
    }
}
