//! The review queue: what waits, verdicts one by one and in sets, merges taken apart, the record of decisions.

use app::Outcome;
use contracts::{
    Correction, DecideArgs, DecideResult, DecisionArgs, DecisionPage, DecisionQuery, DecisionUndone, EvidenceArgs,
    EvidenceView, GroupUndone, IdArgs, MergeArgs, MetricsArgs, PreviewArgs, ProposalArgs, ReadArgs, RestoreArgs,
    ReviewItem, ReviewMetrics, ReviewPage, ReviewQuery, SetArgs, SetDecideArgs, SetDecided, SetPreview, Sitting,
    SittingArgs, UnmergeArgs, UnmergeView,
};
use tauri::State;

use crate::commands::with_app;
use crate::state::Desk;

/// What waits for a decision.
#[tauri::command]
pub async fn review_list(desk: State<'_, Desk>, args: ReviewQuery) -> Outcome<ReviewPage> {
    with_app(&desk, move |app, actor| app.review_list(actor, &args)).await
}

/// One proposal as it is shown.
#[tauri::command]
pub async fn review_show(desk: State<'_, Desk>, args: ProposalArgs) -> Outcome<ReviewItem> {
    with_app(&desk, move |app, actor| app.review_show(actor, args.proposal_id)).await
}

/// A merge as somebody would have it.
#[tauri::command]
pub async fn review_preview(desk: State<'_, Desk>, args: PreviewArgs) -> Outcome<ReviewItem> {
    with_app(&desk, move |app, actor| app.review_preview(actor, &args)).await
}

/// A verdict on what was seen.
#[tauri::command]
pub async fn review_decide(desk: State<'_, Desk>, args: DecideArgs) -> Outcome<DecideResult> {
    with_app(&desk, move |app, actor| app.review_decide(actor, &args)).await
}

/// What was typed for a field of a proposal, read as cells are.
#[tauri::command]
pub async fn review_read(desk: State<'_, Desk>, args: ReadArgs) -> Outcome<Correction> {
    with_app(&desk, move |app, actor| app.review_read(actor, &args)).await
}

/// A raw cell in its row, with the rows around it.
#[tauri::command]
pub async fn review_evidence(desk: State<'_, Desk>, args: EvidenceArgs) -> Outcome<EvidenceView> {
    with_app(&desk, move |app, actor| app.review_evidence(actor, &args)).await
}

/// What was decided since, what is left, what was put off.
#[tauri::command]
pub async fn review_sitting(desk: State<'_, Desk>, args: SittingArgs) -> Outcome<Sitting> {
    with_app(&desk, move |app, actor| app.review_sitting(actor, &args)).await
}

/// Decisions, newest first.
#[tauri::command]
pub async fn review_decisions(desk: State<'_, Desk>, args: DecisionQuery) -> Outcome<DecisionPage> {
    with_app(&desk, move |app, actor| app.review_decisions(actor, &args)).await
}

/// How reviewing goes.
#[tauri::command]
pub async fn review_metrics(desk: State<'_, Desk>, args: MetricsArgs) -> Outcome<ReviewMetrics> {
    with_app(&desk, move |app, actor| app.review_metrics(actor, &args)).await
}

/// Takes back all that a decision changed.
#[tauri::command]
pub async fn review_undo(desk: State<'_, Desk>, args: DecisionArgs) -> Outcome<DecisionUndone> {
    with_app(&desk, move |app, actor| app.review_undo(actor, args.decision_id)).await
}

/// What deciding many alike together would do.
#[tauri::command]
pub async fn review_set_preview(desk: State<'_, Desk>, args: SetArgs) -> Outcome<SetPreview> {
    with_app(&desk, move |app, actor| app.review_set_preview(actor, &args)).await
}

/// One decision on many alike.
#[tauri::command]
pub async fn review_set_decide(desk: State<'_, Desk>, args: SetDecideArgs) -> Outcome<SetDecided> {
    with_app(&desk, move |app, actor| app.review_set_decide(actor, &args)).await
}

/// Asks for a merge.
#[tauri::command]
pub async fn merge_ask(desk: State<'_, Desk>, args: MergeArgs) -> Outcome<ReviewItem> {
    with_app(&desk, move |app, actor| app.merge_asked(actor, &args)).await
}

/// Asks for a record to be brought back to what it was.
#[tauri::command]
pub async fn restore_ask(desk: State<'_, Desk>, args: RestoreArgs) -> Outcome<ReviewItem> {
    with_app(&desk, move |app, actor| app.restore_ask(actor, &args)).await
}

/// What taking a merge apart does.
#[tauri::command]
pub async fn unmerge_view(desk: State<'_, Desk>, args: IdArgs) -> Outcome<UnmergeView> {
    with_app(&desk, move |app, actor| app.unmerge_view(actor, args.id)).await
}

/// Takes a merge apart.
#[tauri::command]
pub async fn unmerge(desk: State<'_, Desk>, args: UnmergeArgs) -> Outcome<GroupUndone> {
    with_app(&desk, move |app, actor| app.unmerge_placed(actor, &args)).await
}
