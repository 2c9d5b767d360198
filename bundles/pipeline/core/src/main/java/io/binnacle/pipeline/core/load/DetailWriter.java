package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.Attachment.Line;
import io.binnacle.pipeline.api.Attachment.Touched;
import io.binnacle.pipeline.api.OpportunityLine;
import io.binnacle.pipeline.api.Touch;
import io.binnacle.pipeline.core.store.DetailTables;
import io.binnacle.pipeline.core.store.Entities;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loads what deals sell and what was done about them. */
record DetailWriter(LoadContext load, Names names, Tally tally) {

    void lines(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<UUID, Instant> since = new HashMap<>();
        lines.forEach(line -> since.put(names.id(line.ref()), line.since().orElse(load.now())));
        new EntityWriter<>(Entities.LINE, OpportunityLine.class, DetailTables.LINES, OpportunityLine::id, since::get)
                .write(load, lines.stream().map(this::line).toList(), tally);
    }

    void touches(List<Touched> touches) {
        if (!touches.isEmpty()) {
            new EntityWriter<>(Entities.TOUCH, Touch.class, DetailTables.TOUCHES, Touch::id)
                    .write(load, touches.stream().map(this::touch).toList(), tally);
        }
    }

    private OpportunityLine line(Line line) {
        return new OpportunityLine(
                names.id(line.ref()),
                names.resolve(line.deal(), Entities.OPPORTUNITY, line.ref()),
                names.resolve(line.product(), Entities.PRODUCT, line.ref()),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.total(),
                line.discount(),
                line.serviceDate(),
                line.removed(),
                List.of(line.ref()),
                0);
    }

    private Touch touch(Touched touch) {
        return new Touch(
                names.id(touch.ref()),
                names.resolve(touch.deal(), Entities.OPPORTUNITY, touch.ref()),
                names.resolve(touch.node(), Entities.NODE, touch.ref()),
                touch.day(),
                touch.kind(),
                touch.subject(),
                touch.done(),
                List.of(touch.ref()),
                0);
    }
}
