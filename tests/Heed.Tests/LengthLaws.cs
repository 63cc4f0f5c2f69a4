using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Heed.Aim;
using Heed.Customers;
using Heed.Demo;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests;

/// <summary>
/// Every text that people type has a length: the model and what is asked say the same one, so that no database refuses
/// what a form has let through, and a text that is too long is refused in words with the limit.
/// </summary>
public sealed class LengthLaws
{
    /// <summary>The column, and where it is typed.</summary>
    static readonly Dictionary<string, (Type Request, string Property)[]> Typed = new()
    {
        ["Cycle.Name"] = [(typeof(CycleRequest), "Name")],
        ["Objective.Title"] = [(typeof(ObjectiveRequest), "Title"), (typeof(CycleDecisionRequest), "Title")],
        ["Objective.Why"] = [(typeof(ObjectiveRequest), "Why")],
        ["Objective.LastWord"] = [(typeof(CloseObjectiveRequest), "LastWord")],
        ["Objective.NoParentBecause"] = [(typeof(FamilyRequest), "NoParentBecause")],
        ["Objective.WrongIf"] = [(typeof(TripwireRequest), "WrongIf"), (typeof(LaunchRequest), "WrongIf")],
        ["Objective.WrongLeftOut"] =
        [
            (typeof(TripwireRequest), "WrongLeftOut"),
            (typeof(LaunchRequest), "WrongLeftOut"),
        ],
        ["Objective.WrongSeen"] = [(typeof(TripwireAnswerRequest), "Seen")],
        ["Strategy.Challenge"] = [(typeof(StrategyRequest), "Challenge")],
        ["Strategy.Opinion"] = [(typeof(StrategyRequest), "Opinion")],
        ["Strategy.NotDoing"] = [(typeof(StrategyRequest), "NotDoing")],
        ["Assumption.Words"] = [(typeof(AssumptionRequest), "Words")],
        ["Tie.Because"] = [(typeof(Heed.Map.TieRequest), "Because")],
        ["CustomerOutcome.Value"] = [(typeof(Heed.Map.OutcomeRequest), "Value")],
        ["Agenda.Learned"] = [(typeof(AgendaWordsRequest), "Learned")],
        ["Agenda.Obstacles"] = [(typeof(AgendaWordsRequest), "Obstacles")],
        ["Agenda.NextSteps"] = [(typeof(AgendaWordsRequest), "NextSteps")],
        ["Dependency.Needs"] = [(typeof(DependencyRequest), "Needs")],
        ["DependencyMove.Reason"] = [(typeof(DependencyMoveRequest), "Reason")],
        ["SharedObjective.Reason"] = [(typeof(SharingAnswer), "Reason")],
        ["CycleDecision.Reason"] = [(typeof(CycleDecisionRequest), "Reason")],
        ["CycleDecision.AgreedBy"] = [(typeof(CycleDecisionRequest), "AgreedBy")],
        ["CycleDecision.Learned"] = [(typeof(CycleDecisionRequest), "Learned")],
        ["AgendaDecision.Words"] = [(typeof(AgendaDecisionRequest), "Words")],
        ["AgendaDecision.Link"] = [(typeof(AgendaDecisionRequest), "Link")],
        ["Sibling.Words"] = [(typeof(SiblingRequest), "Words")],
        ["Sibling.Customer"] = [(typeof(SiblingRequest), "Customer")],
        ["Sibling.WillDo"] = [(typeof(SiblingRequest), "WillDo")],
        ["Sibling.Trial"] = [(typeof(SiblingRequest), "Trial")],
        ["Sibling.Link"] = [(typeof(SiblingRequest), "Link")],
        ["Sibling.HowKnown"] = [(typeof(SiblingRequest), "HowKnown")],
        ["Sibling.Answer"] = [(typeof(SiblingRequest), "Answer")],
        ["KeyResult.Who"] = [(typeof(KeyResultRequest), "Who")],
        ["KeyResult.DoesWhat"] = [(typeof(KeyResultRequest), "DoesWhat")],
        ["Terms.Reason"] = [(typeof(TermsRequest), "Reason")],
        ["Terms.Plan"] = [(typeof(TermsRequest), "Plan")],
        ["KeyResult.Plan"] = [(typeof(TermsRequest), "Plan")],
        ["FindingDismissal.Reason"] = [(typeof(DismissFindingRequest), "Reason")],
        ["FindingDismissal.Rule"] = [(typeof(DismissFindingRequest), "Rule")],
        ["CheckIn.Learned"] = [(typeof(CheckInRequest), "Learned")],
        ["Comment.Text"] = [(typeof(CommentRequest), "Text")],
        ["CustomerGroup.Name"] = [(typeof(CustomerGroupRequest), "Name")],
        ["CustomerGroup.Description"] = [(typeof(CustomerGroupRequest), "Description")],
        ["JourneyStep.Name"] = [(typeof(CustomerGroupRequest), "JourneySteps")],
        ["Behaviour.Name"] = [(typeof(CustomerGroupRequest), "Behaviours")],
        ["IdentityPasskeyData.Name"] = [(typeof(NewPasskeyRequest), "Name")],
        ["Metric.Name"] = [(typeof(MetricRequest), "Name")],
        ["Metric.Unit"] = [(typeof(MetricRequest), "Unit")],
        ["Metric.Population"] = [(typeof(MetricRequest), "Population")],
        ["Metric.Formula"] = [(typeof(MetricRequest), "Formula")],
        ["Metric.Source"] = [(typeof(MetricRequest), "Source")],
        ["Measurement.Note"] = [(typeof(MeasurementRequest), "Note")],
        ["Baseline.Reason"] = [(typeof(BaselineRequest), "Reason")],
        ["Trial.Change"] = [(typeof(TrialRequest), "Change")],
        ["Trial.Obstacle"] = [(typeof(TrialRequest), "Obstacle")],
        ["Trial.Actor"] = [(typeof(TrialRequest), "Actor"), (typeof(LookRequest), "Actor")],
        ["Trial.Behaviour"] = [(typeof(TrialRequest), "Behaviour"), (typeof(LookRequest), "Behaviour")],
        ["Trial.Move"] = [(typeof(TrialRequest), "Move")],
        ["Trial.Undo"] = [(typeof(TrialRequest), "Undo")],
        ["Trial.WhatElseChanged"] = [(typeof(TrialRequest), "WhatElseChanged")],
        ["Trial.Decision"] = [(typeof(DecisionRequest), "Why")],
        ["Obstacle.What"] = [(typeof(ObstacleRequest), "What")],
        ["Obstacle.Where"] = [(typeof(ObstacleRequest), "Where")],
        ["Obstacle.Evidence"] = [(typeof(ObstacleRequest), "Evidence")],
        ["ObstacleMove.Reason"] = [(typeof(ObstacleMoveRequest), "Reason")],
        ["Storyboard.Challenge"] = [(typeof(StoryboardRequest), "Challenge")],
        ["Storyboard.Current"] = [(typeof(StoryboardRequest), "Current")],
        ["TrialStage.Reason"] = [(typeof(StageRequest), "Why")],
        ["Service.Name"] = [(typeof(ServiceRequest), "Name")],
        ["Service.SinceWhat"] = [(typeof(ServiceRequest), "SinceWhat")],
        ["TargetCondition.Outcome"] = [(typeof(TargetRequest), "Outcome")],
        ["TargetCondition.Pattern"] = [(typeof(TargetRequest), "Pattern")],
        ["TargetMove.Reason"] = [(typeof(ReflectionRequest), "Reflection")],
        ["ExperimentRecord.Step"] = [(typeof(ExperimentRequest), "Step")],
        ["ExperimentRecord.Unknown"] = [(typeof(ExperimentRequest), "Unknown")],
        ["ExperimentRecord.Expected"] = [(typeof(ExperimentRequest), "Expected")],
        ["ExperimentRecord.Happened"] = [(typeof(ResultRequest), "Happened")],
        ["ExperimentRecord.Learned"] = [(typeof(ResultRequest), "Learned")],
        ["ExperimentRecord.WithdrawnBecause"] = [(typeof(WithdrawalRequest), "Because")],
        ["WalkNote.Saw"] = [(typeof(WalkNoteRequest), "Saw")],
        ["WalkNote.Heard"] = [(typeof(WalkNoteRequest), "Heard")],
        ["WalkNote.Inferred"] = [(typeof(WalkNoteRequest), "Inferred")],
        ["WalkNote.Where"] = [(typeof(WalkNoteRequest), "Where")],
        ["WalkNote.WithdrawnBecause"] = [(typeof(WalkWithdrawalRequest), "Because")],
        ["HandOff.Name"] = [(typeof(HandOffRequest), "Name")],
        ["HandOff.Promise"] = [(typeof(HandOffRequest), "Promise")],
        ["HandOffStory.Sees"] = [(typeof(HandOffStoryRequest), "Sees")],
        ["HandOffStory.Easier"] = [(typeof(HandOffStoryRequest), "Easier")],
        ["HandOffMove.Reason"] = [(typeof(HandOffMoveRequest), "Reason")],
        ["LeaderAsk.What"] = [(typeof(LeaderAskRequest), "What")],
        ["LeaderAskMove.Reason"] = [(typeof(LeaderAskMoveRequest), "Reason")],
        ["DecisionRight.Topic"] = [(typeof(DecisionRightRequest), "Topic")],
        ["DecisionRight.LimitUnit"] = [(typeof(DecisionRightRequest), "LimitUnit")],
        ["DecisionRight.LimitWords"] = [(typeof(DecisionRightRequest), "LimitWords")],
        ["DecisionRightMove.Reason"] = [(typeof(RightReversalRequest), "Reason")],
        ["RightUse.Case"] = [(typeof(RightUseRequest), "Case")],
        ["RightUse.CaseKey"] = [(typeof(RightUseRequest), "Case")],
        ["RightUse.Story"] = [(typeof(RightUseRequest), "Story")],
        ["RightUse.CustomerOutcome"] = [(typeof(RightUseRequest), "CustomerOutcome")],
        ["Practice.Name"] = [(typeof(PracticeRequest), "Name")],
        ["Practice.Reason"] = [(typeof(PracticeRequest), "Reason")],
        ["Practice.Requirement"] = [(typeof(PracticeRequest), "Requirement")],
        ["Practice.Evidence"] = [(typeof(PracticeRequest), "Evidence")],
        ["PracticeMove.Reason"] = [(typeof(PracticeReasonRequest), "Reason"), (typeof(RemovalRequest), "Reason")],
        ["Removal.ReliedOn"] = [(typeof(RemovalRequest), "ReliedOn")],
        ["Removal.Prevented"] = [(typeof(RemovalRequest), "Prevented")],
        ["Removal.LastCaught"] = [(typeof(RemovalRequest), "LastCaught")],
        ["Removal.Undo"] = [(typeof(RemovalRequest), "Undo")],
        ["Meeting.Purpose"] = [(typeof(ReAddRequest), "Purpose")],
        ["Meeting.Decision"] = [(typeof(ReAddRequest), "Decision")],
        ["MeetingMove.Reason"] = [(typeof(ResetRequest), "Reason"), (typeof(PracticeReasonRequest), "Reason")],
        ["Reset.Reason"] = [(typeof(ResetRequest), "Reason")],
        ["Control.Asks"] = [(typeof(ControlRequest), "Asks")],
        ["Control.Works"] = [(typeof(ControlRequest), "Works")],
        ["Catch.Text"] = [(typeof(CatchRequest), "Text")],
        ["LighterWay.What"] = [(typeof(LighterWayRequest), "What")],
        ["LighterWay.Spares"] = [(typeof(LighterWayRequest), "Spares")],
        ["Waiver.Scope"] = [(typeof(WaiverRequest), "Scope")],
        ["Waiver.Reason"] = [(typeof(WaiverRequest), "Reason"), (typeof(WaiverRenewalRequest), "Reason")],
        ["Waiver.Instead"] = [(typeof(WaiverRequest), "Instead")],
        ["Waiver.Answer"] = [(typeof(WaiverAnswerRequest), "Answer")],
        ["Waiver.MadePermanentBecause"] = [(typeof(WaiverAnswerRequest), "Answer")],
        ["BusinessCase.Name"] = [(typeof(BusinessCaseRequest), "Name")],
        ["BusinessCase.Why"] = [(typeof(BusinessCaseRequest), "Why")],
        ["Candidate.Name"] = [(typeof(CandidateRequest), "Name")],
        ["Candidate.ClosedBecause"] = [(typeof(CandidateClosureRequest), "Because")],
        ["OutcomeClaim.Reason"] = [(typeof(OutcomeClaimRequest), "Reason")],
        ["CaseBenefit.Name"] = [(typeof(BenefitRequest), "Name")],
        ["CaseBenefit.Unit"] = [(typeof(BenefitRequest), "Unit")],
        ["BusinessCaseMove.Reason"] = [(typeof(BusinessCaseReasonRequest), "Reason")],
        ["Requirement.Name"] = [(typeof(RequirementRequest), "Name")],
        ["Requirement.Source"] = [(typeof(RequirementRequest), "Source")],
        ["Requirement.Clause"] = [(typeof(RequirementRequest), "Clause")],
        ["BindingChange.Why"] = [(typeof(BindingRequest), "Why")],
        ["BindingChange.DeclinedBecause"] = [(typeof(DeclineRequest), "Why")],
        ["RuleAsk.Text"] = [(typeof(RuleAskRequest), "Text")],
        ["Spot.Name"] = [(typeof(SpotRequest), "Name")],
        ["Spot.ClosedBecause"] = [(typeof(SpotClosureRequest), "Because")],
        ["Nomination.What"] = [(typeof(NominationRequest), "What")],
        ["Nomination.Why"] = [(typeof(NominationRequest), "Why")],
        ["Nomination.Where"] = [(typeof(NominationRequest), "Where")],
        ["Nomination.Evidence"] = [(typeof(NominationRequest), "Evidence")],
        ["Nomination.Reason"] = [(typeof(NominationDecisionRequest), "Because")],
        ["NominationStep.Because"] =
        [
            (typeof(ClassRequest), "Because"),
            (typeof(NominationDecisionRequest), "Because"),
            (typeof(ReasonRequest), "Because"),
        ],
        ["Workspace.Name"] =
        [
            (typeof(WorkspaceRequest), "Name"),
            (typeof(ClaimRequest), "Organisation"),
            (typeof(RemoveSampleRequest), "Organisation"),
        ],
        ["Workspace.TimeZone"] = [(typeof(WorkspaceRequest), "TimeZone"), (typeof(ClaimRequest), "TimeZone")],
        ["Member.Name"] =
        [
            (typeof(NameRequest), "Name"),
            (typeof(ClaimRequest), "Name"),
            (typeof(RedeemRequest), "Name"),
            (typeof(RemoveSampleRequest), "Name"),
        ],
        ["Team.Name"] = [(typeof(TeamRequest), "Name"), (typeof(NameRequest), "Name")],
        ["ApiToken.Name"] = [(typeof(TokenRequest), "Name")],
        ["Invitation.Email"] = [(typeof(InviteRequest), "Email")],
        ["Person.Email"] =
        [
            (typeof(ClaimRequest), "Email"),
            (typeof(RedeemRequest), "Email"),
            (typeof(RemoveSampleRequest), "Email"),
        ],
    };

    /// <summary>Those that nobody types into a request, each with who sees to its length.</summary>
    static readonly Dictionary<string, string> Else = new()
    {
        ["CaseScore.Says"] = "ScoreBusinessCase shortens it",
        ["CaseScore.Unit"] = "words of ours with the name and the unit of a metric, which are shorter together",
        ["Survey.WordsBy"] = "the name of an attribute of the survey",
        ["Survey.Name"] = "MapImport refuses a longer one",
        ["Import.SurveyName"] = "MapImport refuses a longer one",
        ["Question.Name"] = "MapImport refuses a longer one",
        ["Question.Text"] = "the heading of a column, which is shortened as it is read",
        ["RespondentAttribute.Name"] = "MapImport refuses a longer one",
        ["LifetimeRun.File"] = "LookAtPurchases shortens it",
        ["LifetimeRun.Unit"] = "a word of ours",
        ["Agenda.Work"] = "CloseAgenda shortens it",
        ["CycleDecision.Before"] = "a title or a sentence of a key result, which have a length",
        ["CycleDecision.After"] = "a title or a sentence of a key result, which have a length",
        ["AgendaLine.Says"] = "CloseAgenda shortens it",
        ["FindingDismissal.Words"] = "DismissFinding shortens them",
        ["AimImport.FileName"] = "TakeKeyResults shortens it",
        ["AimImport.Source"] = "a word of ours",
        ["ImportedRow.SourceKey"] = "ForeignRow shortens it",
        ["ImportedRow.Title"] = "TakeKeyResults shortens it",
        ["ImportedRow.Says"] = "TakeKeyResults shortens it",
        ["Import.FileName"] = "TakeFile shortens it",
        ["Job.Kind"] = "a word of ours",
        ["Session.Device"] = "words of ours",
        ["Job.LastError"] = "RunJob shortens it",
        ["Suppression.Address"] = "the address of a mail that was written to",
        ["IdempotencyKey.Key"] = "the header is refused above it",
        ["Nomination.ReceiptHash"] = "a hash",
        ["Spot.Code"] = "made by Heed",
        ["Meeting.SeriesKey"] = "a hash",
        ["TeamCalendar.LeftOut"] = "a sentence of Heed",
        ["Trial.LockedZone"] = "the zone of the workspace",
        ["Trial.ComparedWith"] = "ids",
        ["Sibling.Moves"] = "ids",
        ["TieTest.Sentence"] = "a sentence of Heed",
        ["TieTest.Correlations"] = "numbers of at most 49 lags",
        ["TrialVerdict.Fingerprint"] = "a hash",
        ["TrialVerdict.Breakdown"] = "a sentence of Heed",
        ["TrialVerdict.SecondOpinion"] = "a sentence of Heed",
        ["TrialVerdict.Opinions"] = "sentences of Heed, cut by TrialJudgement",
        ["TrialVerdict.Comparison"] = "a sentence of Heed",
        ["Person.UserName"] = "its address",
        ["Person.NormalizedEmail"] = "its address",
        ["Person.NormalizedUserName"] = "its address",
    };

    /// <summary>As long as it takes: what Heed writes, and what it seals or hashes.</summary>
    static readonly Dictionary<string, string> NoLength = new()
    {
        ["LifetimeRun"] = "what the models said, in words of Heed",
        ["Entry"] = "sentences of Heed about texts that have a length",
        ["Import"] = "how a file is read and what was found in it, as JSON; its hash; why it failed",
        ["RememberedMapping"] = "what columns mean, as JSON",
        ["ImportedRow"] = "a row of a file as it was, within a file of 10 MB",
        ["RejectedRow"] = "a sentence of Heed",
        ["Question"] = "its scale",
        ["Metric"] = "what it is computed from",
        ["TrialVerdict"] = "sentences of Heed about texts that have a length",
        ["ApiToken"] = "a hash",
        ["FirstClaim"] = "a hash",
        ["Invitation"] = "a hash",
        ["Person"] = "hashes and stamps",
        ["IdempotencyKey"] = "headers of an answer of Heed",
        ["Job"] = "sealed mail",
        ["KeyRingEntry"] = "keys",
        ["IdentityUserClaim`1"] = "not used",
        ["IdentityUserLogin`1"] = "not used",
        ["IdentityUserToken`1"] = "not used",
    };

    /// <summary>Every text column that is not a word of an enum: its name, and its length.</summary>
    static Dictionary<string, int?> Columns()
    {
        using HeedDb db = TestDatabase.Postgres is null
            ? new SqliteHeedDb(new DbContextOptionsBuilder<SqliteHeedDb>().UseSqlite().Options, new Visit())
            : new PostgresHeedDb(new DbContextOptionsBuilder<PostgresHeedDb>().UseNpgsql().Options, new Visit());
        var texts =
            from entity in db.Model.GetEntityTypes()
            where !entity.IsMappedToJson()
            from property in entity.GetProperties()
            where (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)
            where !(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
            select (Name: $"{entity.ClrType.Name}.{property.Name}", Length: property.GetMaxLength());
        return texts.DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Length);
    }

    [Fact]
    public void Every_text_column_has_a_length_or_a_reason_for_having_none()
    {
        var columns = Columns();
        Assert.Empty(
            columns
                .Where(c => c.Value is not null && !Typed.ContainsKey(c.Key) && !Else.ContainsKey(c.Key))
                .Select(c => $"{c.Key} has a length: say where it is typed, or who sees to it.")
        );
        Assert.Empty(
            columns
                .Where(c => c.Value is null && (Typed.ContainsKey(c.Key) || Else.ContainsKey(c.Key)))
                .Select(c => $"{c.Key} has no length in the model.")
        );
        Assert.Empty(
            columns
                .Where(c => c.Value is null && !NoLength.ContainsKey(c.Key.Split('.')[0]))
                .Select(c => $"{c.Key} has no length. Give it one in the model and in what is asked.")
        );
        Assert.DoesNotContain(Typed.Keys.Concat(Else.Keys), c => !columns.ContainsKey(c));
    }

    [Fact]
    public void What_is_asked_says_the_same_length_or_a_shorter_one_in_words_with_the_limit()
    {
        var columns = Columns();
        foreach (var (column, (request, name)) in Typed.SelectMany(t => t.Value.Select(v => (t.Key, v))))
        {
            var property = request.GetProperty(name)!;
            var limit = property.GetCustomAttribute<StringLengthAttribute>();
            Assert.True(
                limit is not null,
                $"{request.Name}.{name} has no StringLength; {column} takes {columns[column]}."
            );
            Assert.True(
                limit!.MaximumLength <= columns[column],
                $"{request.Name}.{name} lets {limit.MaximumLength} through; {column} takes {columns[column]}."
            );
            Assert.True(
                limit.ErrorMessage!.Contains($"{limit.MaximumLength:#,0}", StringComparison.Ordinal),
                $"{request.Name}.{name} does not say its limit: “{limit.ErrorMessage}”"
            );
        }
    }

    /// <summary>A request of which a text is kept somewhere, and has no limit.</summary>
    [Fact]
    public void Every_text_of_a_request_has_a_limit_or_is_kept_nowhere()
    {
        Dictionary<string, string> keptNowhere = new()
        {
            ["ClaimRequest.Code"] = "a hash is compared",
            ["ClaimRequest.Password"] = "a hash is kept",
            ["RedeemRequest.Password"] = "a hash is kept",
            ["ImportRequest.Columns"] = "names of columns of the file, which are looked for",
            ["ImportRequest.FileName"] = "TakeKeyResults shortens it",
            ["ImportRequest.Text"] = "is read row by row, and each is kept as it was",
            ["TakeKeyResultsRequest.Columns"] = "names of columns of the file, which are looked for",
            ["TakeKeyResultsRequest.FileName"] = "TakeKeyResults shortens it",
            ["PasswordRequest.Present"] = "a hash is compared",
            ["ProofRequest.Present"] = "a hash is compared",
            ["SignInRequest.Email"] = "is looked for",
            ["SignInRequest.Password"] = "a hash is compared",
            ["CalendarRequest.Seen"] = "sealed by Heed, and opened",
            ["CatalogRequest.Seen"] = "is read line by line, and each has a limit",
            ["TableRequest.Text"] = "is read row by row, with the lengths of the form of one control",
            ["PasteRequest.Text"] = "is read row by row",
            ["PasteKeyResultsRequest.Text"] = "is read row by row, with the lengths of the form of one key result",
            ["FileRequest.Text"] = "is read row by row; the notes in it have a limit",
            ["TeamRequest.ParentId"] = "an id",
            ["PlaceRequest.ParentId"] = "an id",
        };
        var unlimited =
            from type in typeof(Module).Assembly.GetTypes()
            where type.Name.EndsWith("Request", StringComparison.Ordinal)
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where property.PropertyType == typeof(string) && property.CanWrite
            where property.GetCustomAttribute<StringLengthAttribute>() is null
            select $"{type.Name}.{property.Name}";
        Assert.Equal(keptNowhere.Keys.Order(StringComparer.Ordinal), unlimited.Order(StringComparer.Ordinal));
    }
}
