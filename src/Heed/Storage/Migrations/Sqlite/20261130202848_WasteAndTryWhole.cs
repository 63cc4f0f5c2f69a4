using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Heed.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WasteAndTryWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ObstacleId",
                table: "Trials",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ObstacleId",
                table: "Nominations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ValueTo",
                table: "Metrics",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BusinessCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    Margin = table.Column<double>(type: "REAL", nullable: false),
                    DiscountRate = table.Column<double>(type: "REAL", nullable: false),
                    OneOffLow = table.Column<double>(type: "REAL", nullable: false),
                    OneOffLikely = table.Column<double>(type: "REAL", nullable: false),
                    OneOffHigh = table.Column<double>(type: "REAL", nullable: false),
                    RunningLow = table.Column<double>(type: "REAL", nullable: false),
                    RunningLikely = table.Column<double>(type: "REAL", nullable: false),
                    RunningHigh = table.Column<double>(type: "REAL", nullable: false),
                    Weeks = table.Column<double>(type: "REAL", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusinessCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BusinessCases_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_BusinessCases_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BusinessCases_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "NominationPhotos",
                columns: table => new
                {
                    NominationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Jpeg = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NominationPhotos", x => x.NominationId);
                    table.ForeignKey(
                        name: "FK_NominationPhotos_Nominations_NominationId",
                        column: x => x.NominationId,
                        principalTable: "Nominations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeClaims_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutcomeClaims_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutcomeClaims_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Storyboards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Challenge = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Current = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WindowFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WindowTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Storyboards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Storyboards_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Storyboards_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BusinessCaseMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusinessCaseMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BusinessCaseMoves_BusinessCases_BusinessCaseId",
                        column: x => x.BusinessCaseId,
                        principalTable: "BusinessCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Candidates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BusinessCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CostOfDelay = table.Column<double>(type: "REAL", nullable: true),
                    Weeks = table.Column<double>(type: "REAL", nullable: true),
                    Important = table.Column<double>(type: "REAL", nullable: true),
                    Satisfied = table.Column<double>(type: "REAL", nullable: true),
                    Reach = table.Column<double>(type: "REAL", nullable: true),
                    Impact = table.Column<double>(type: "REAL", nullable: true),
                    Effort = table.Column<double>(type: "REAL", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Candidates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Candidates_BusinessCases_BusinessCaseId",
                        column: x => x.BusinessCaseId,
                        principalTable: "BusinessCases",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Candidates_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Candidates_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseBenefits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ledger = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Low = table.Column<double>(type: "REAL", nullable: false),
                    Likely = table.Column<double>(type: "REAL", nullable: false),
                    High = table.Column<double>(type: "REAL", nullable: false),
                    Each = table.Column<double>(type: "REAL", nullable: true),
                    Customers = table.Column<double>(type: "REAL", nullable: true),
                    Loss = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseBenefits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseBenefits_BusinessCases_BusinessCaseId",
                        column: x => x.BusinessCaseId,
                        principalTable: "BusinessCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseScores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PromisedLow = table.Column<double>(type: "REAL", nullable: true),
                    Promised = table.Column<double>(type: "REAL", nullable: true),
                    PromisedHigh = table.Column<double>(type: "REAL", nullable: true),
                    Realised = table.Column<double>(type: "REAL", nullable: true),
                    Low = table.Column<double>(type: "REAL", nullable: true),
                    High = table.Column<double>(type: "REAL", nullable: true),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerdictId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Says = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseScores_BusinessCases_BusinessCaseId",
                        column: x => x.BusinessCaseId,
                        principalTable: "BusinessCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimedMonths",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BusinessCaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimedMonths", x => new { x.PracticeId, x.Month });
                    table.ForeignKey(
                        name: "FK_ClaimedMonths_BusinessCases_BusinessCaseId",
                        column: x => x.BusinessCaseId,
                        principalTable: "BusinessCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ClaimedMonths_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetConditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    StoryboardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AtLeast = table.Column<double>(type: "REAL", nullable: true),
                    AtMost = table.Column<double>(type: "REAL", nullable: true),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AchieveBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetConditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetConditions_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_TargetConditions_Storyboards_StoryboardId",
                        column: x => x.StoryboardId,
                        principalTable: "Storyboards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Obstacles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JourneyStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    WorkedOnFor = table.Column<Guid>(type: "TEXT", nullable: true),
                    DissolvedByTrial = table.Column<Guid>(type: "TEXT", nullable: true),
                    DissolvedByExperiment = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Obstacles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Obstacles_JourneySteps_JourneyStepId",
                        column: x => x.JourneyStepId,
                        principalTable: "JourneySteps",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Obstacles_TargetConditions_WorkedOnFor",
                        column: x => x.WorkedOnFor,
                        principalTable: "TargetConditions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Obstacles_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TargetMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetConditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TargetMoves_TargetConditions_TargetConditionId",
                        column: x => x.TargetConditionId,
                        principalTable: "TargetConditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Experiments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryboardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetConditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObstacleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unknown = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MetricId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Expected = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    GoAndSee = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LockedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LockedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LockedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Happened = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Learned = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Experiments_Metrics_MetricId",
                        column: x => x.MetricId,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Experiments_Obstacles_ObstacleId",
                        column: x => x.ObstacleId,
                        principalTable: "Obstacles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Experiments_Storyboards_StoryboardId",
                        column: x => x.StoryboardId,
                        principalTable: "Storyboards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Experiments_TargetConditions_TargetConditionId",
                        column: x => x.TargetConditionId,
                        principalTable: "TargetConditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Experiments_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Experiments_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ObstacleMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObstacleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TargetConditionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExperimentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObstacleMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ObstacleMoves_Experiments_ExperimentId",
                        column: x => x.ExperimentId,
                        principalTable: "Experiments",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ObstacleMoves_Obstacles_ObstacleId",
                        column: x => x.ObstacleId,
                        principalTable: "Obstacles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ObstacleMoves_TargetConditions_TargetConditionId",
                        column: x => x.TargetConditionId,
                        principalTable: "TargetConditions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ObstacleMoves_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Trials_ObstacleId",
                table: "Trials",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_ObstacleId",
                table: "Nominations",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_BusinessCaseMoves_BusinessCaseId_At",
                table: "BusinessCaseMoves",
                columns: new[] { "BusinessCaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BusinessCases_PracticeId",
                table: "BusinessCases",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_BusinessCases_TeamId",
                table: "BusinessCases",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_BusinessCases_TrialId",
                table: "BusinessCases",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_BusinessCases_WorkspaceId_TeamId",
                table: "BusinessCases",
                columns: new[] { "WorkspaceId", "TeamId" });

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_BusinessCaseId",
                table: "Candidates",
                column: "BusinessCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_PracticeId",
                table: "Candidates",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_TeamId",
                table: "Candidates",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_WorkspaceId_TeamId_ClosedAt",
                table: "Candidates",
                columns: new[] { "WorkspaceId", "TeamId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseBenefits_BusinessCaseId",
                table: "CaseBenefits",
                column: "BusinessCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseScores_BusinessCaseId_At",
                table: "CaseScores",
                columns: new[] { "BusinessCaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimedMonths_BusinessCaseId",
                table: "ClaimedMonths",
                column: "BusinessCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_MetricId",
                table: "Experiments",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_ObstacleId",
                table: "Experiments",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_StoryboardId_Number",
                table: "Experiments",
                columns: new[] { "StoryboardId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_TargetConditionId",
                table: "Experiments",
                column: "TargetConditionId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_TeamId",
                table: "Experiments",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_TrialId",
                table: "Experiments",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_Experiments_WorkspaceId_GoAndSee",
                table: "Experiments",
                columns: new[] { "WorkspaceId", "GoAndSee" });

            migrationBuilder.CreateIndex(
                name: "IX_ObstacleMoves_ExperimentId",
                table: "ObstacleMoves",
                column: "ExperimentId");

            migrationBuilder.CreateIndex(
                name: "IX_ObstacleMoves_ObstacleId_At",
                table: "ObstacleMoves",
                columns: new[] { "ObstacleId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ObstacleMoves_TargetConditionId",
                table: "ObstacleMoves",
                column: "TargetConditionId");

            migrationBuilder.CreateIndex(
                name: "IX_ObstacleMoves_TrialId",
                table: "ObstacleMoves",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_Obstacles_JourneyStepId",
                table: "Obstacles",
                column: "JourneyStepId");

            migrationBuilder.CreateIndex(
                name: "IX_Obstacles_TeamId_State",
                table: "Obstacles",
                columns: new[] { "TeamId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Obstacles_WorkedOnFor",
                table: "Obstacles",
                column: "WorkedOnFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Obstacles_WorkspaceId_SeenOn",
                table: "Obstacles",
                columns: new[] { "WorkspaceId", "SeenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeClaims_MetricId",
                table: "OutcomeClaims",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeClaims_PracticeId_MetricId",
                table: "OutcomeClaims",
                columns: new[] { "PracticeId", "MetricId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeClaims_TrialId",
                table: "OutcomeClaims",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_Storyboards_MetricId",
                table: "Storyboards",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_Storyboards_TeamId",
                table: "Storyboards",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_TargetConditions_MetricId",
                table: "TargetConditions",
                column: "MetricId");

            migrationBuilder.CreateIndex(
                name: "IX_TargetConditions_StoryboardId_Number",
                table: "TargetConditions",
                columns: new[] { "StoryboardId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TargetConditions_WorkspaceId_AchieveBy",
                table: "TargetConditions",
                columns: new[] { "WorkspaceId", "AchieveBy" });

            migrationBuilder.CreateIndex(
                name: "IX_TargetMoves_TargetConditionId_At",
                table: "TargetMoves",
                columns: new[] { "TargetConditionId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BusinessCaseMoves");

            migrationBuilder.DropTable(
                name: "Candidates");

            migrationBuilder.DropTable(
                name: "CaseBenefits");

            migrationBuilder.DropTable(
                name: "CaseScores");

            migrationBuilder.DropTable(
                name: "ClaimedMonths");

            migrationBuilder.DropTable(
                name: "NominationPhotos");

            migrationBuilder.DropTable(
                name: "ObstacleMoves");

            migrationBuilder.DropTable(
                name: "OutcomeClaims");

            migrationBuilder.DropTable(
                name: "TargetMoves");

            migrationBuilder.DropTable(
                name: "BusinessCases");

            migrationBuilder.DropTable(
                name: "Experiments");

            migrationBuilder.DropTable(
                name: "Obstacles");

            migrationBuilder.DropTable(
                name: "TargetConditions");

            migrationBuilder.DropTable(
                name: "Storyboards");

            migrationBuilder.DropIndex(
                name: "IX_Trials_ObstacleId",
                table: "Trials");

            migrationBuilder.DropIndex(
                name: "IX_Nominations_ObstacleId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "ObstacleId",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ObstacleId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "ValueTo",
                table: "Metrics");
        }
    }
}
