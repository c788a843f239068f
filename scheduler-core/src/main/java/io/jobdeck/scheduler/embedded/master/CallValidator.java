package io.jobdeck.scheduler.embedded.master;

import java.util.UUID;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** Checks that a call has the parts that its type needs, in the order and the words of Mesos. */
final class CallValidator {

    private static final int UUID_BYTES = 2 * Long.BYTES;

    /** @throws BadCallException if a part is missing or contradicts another */
    void validate(Call call) throws BadCallException {
        require(call.hasType(), "type");
        if (call.getType() == Call.Type.SUBSCRIBE) {
            validateSubscribe(call);
            return;
        }
        require(call.hasFrameworkId(), "framework_id");
        switch (call.getType()) {
            case ACCEPT -> require(call.hasAccept(), "accept");
            case DECLINE -> require(call.hasDecline(), "decline");
            case ACCEPT_INVERSE_OFFERS -> require(call.hasAcceptInverseOffers(), "accept_inverse_offers");
            case DECLINE_INVERSE_OFFERS -> require(call.hasDeclineInverseOffers(), "decline_inverse_offers");
            case KILL -> require(call.hasKill(), "kill");
            case SHUTDOWN -> require(call.hasShutdown(), "shutdown");
            case ACKNOWLEDGE -> validateAcknowledge(call);
            case ACKNOWLEDGE_OPERATION_STATUS ->
                    require(call.hasAcknowledgeOperationStatus(), "acknowledge_operation_status");
            case RECONCILE -> require(call.hasReconcile(), "reconcile");
            case RECONCILE_OPERATIONS -> require(call.hasReconcileOperations(), "reconcile_operations");
            case MESSAGE -> require(call.hasMessage(), "message");
            case REQUEST -> require(call.hasRequest(), "request");
            default -> { }
        }
    }

    private static void validateSubscribe(Call call) throws BadCallException {
        require(call.hasSubscribe(), "subscribe");
        if (!call.getSubscribe().getFrameworkInfo().getId().equals(call.getFrameworkId())) {
            throw invalid("'framework_id' differs from 'subscribe.framework_info.id'");
        }
    }

    /** The uuid is {@link UUID} in its 16 raw bytes. */
    private static void validateAcknowledge(Call call) throws BadCallException {
        require(call.hasAcknowledge(), "acknowledge");
        if (call.getAcknowledge().getUuid().size() != UUID_BYTES) {
            throw invalid("Not a valid UUID");
        }
    }

    private static void require(boolean present, String field) throws BadCallException {
        if (!present) {
            throw invalid("Expecting '" + field + "' to be present");
        }
    }

    private static BadCallException invalid(String reason) {
        return new BadCallException("Failed to validate scheduler::Call: " + reason);
    }
}
