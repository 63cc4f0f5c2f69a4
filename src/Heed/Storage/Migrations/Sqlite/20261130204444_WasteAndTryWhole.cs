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

            migrationBuilder.AddColumn<Guid>(
                name: "WalkNoteId",
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
                name: "DecisionRights",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LimitAmount = table.Column<double>(type: "REAL", nullable: true),
                    LimitUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LimitWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReversedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionRights", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionRights_Teams_HolderId",
                        column: x => x.HolderId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandOffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Promise = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GiverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RaisedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOffs_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_HandOffs_Teams_GiverId",
                        column: x => x.GiverId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandOffs_Teams_TakerId",
                        column: x => x.TakerId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LifetimeRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Customers = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Ahead = table.Column<int>(type: "INTEGER", nullable: false),
                    MarginPercent = table.Column<double>(type: "REAL", nullable: false),
                    DiscountPercent = table.Column<double>(type: "REAL", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Limits = table.Column<string>(type: "TEXT", nullable: false),
                    Expected = table.Column<double>(type: "REAL", nullable: true),
                    ExpectedLow = table.Column<double>(type: "REAL", nullable: true),
                    ExpectedHigh = table.Column<double>(type: "REAL", nullable: true),
                    Value = table.Column<double>(type: "REAL", nullable: true),
                    ValueLow = table.Column<double>(type: "REAL", nullable: true),
                    ValueHigh = table.Column<double>(type: "REAL", nullable: true),
                    ValueBecause = table.Column<string>(type: "TEXT", nullable: true),
                    Curve = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LifetimeRuns", x => x.Id);
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
                name: "Services",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Experience = table.Column<Guid>(type: "TEXT", nullable: true),
                    ServiceLevel = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cost = table.Column<Guid>(type: "TEXT", nullable: true),
                    Employees = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExperienceMatters = table.Column<double>(type: "REAL", nullable: true),
                    ServiceLevelMatters = table.Column<double>(type: "REAL", nullable: true),
                    CostMatters = table.Column<double>(type: "REAL", nullable: true),
                    EmployeesMatters = table.Column<double>(type: "REAL", nullable: true),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SinceWhat = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetiredBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Services", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Services_Metrics_Cost",
                        column: x => x.Cost,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Services_Metrics_Employees",
                        column: x => x.Employees,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Services_Metrics_Experience",
                        column: x => x.Experience,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Services_Metrics_ServiceLevel",
                        column: x => x.ServiceLevel,
                        principalTable: "Metrics",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Services_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "TrialStages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Exposure = table.Column<double>(type: "REAL", nullable: false),
                    LookOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PassedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PassedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialStages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrialStages_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WalkNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Saw = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Heard = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Inferred = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TeamFirstUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalkNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalkNotes_JourneySteps_JourneyStepId",
                        column: x => x.JourneyStepId,
                        principalTable: "JourneySteps",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_WalkNotes_Teams_TeamId",
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
                name: "DecisionRightMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionRightId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionRightMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionRightMoves_DecisionRights_DecisionRightId",
                        column: x => x.DecisionRightId,
                        principalTable: "DecisionRights",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RightUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionRightId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    CaseKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Story = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Cost = table.Column<double>(type: "REAL", nullable: true),
                    CustomerOutcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RightUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RightUses_DecisionRights_DecisionRightId",
                        column: x => x.DecisionRightId,
                        principalTable: "DecisionRights",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandOffStories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandOffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sees = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Easier = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Rating = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RevealedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffStories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOffStories_HandOffs_HandOffId",
                        column: x => x.HandOffId,
                        principalTable: "HandOffs",
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
                name: "HandOffMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandOffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ObstacleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOffMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOffMoves_HandOffs_HandOffId",
                        column: x => x.HandOffId,
                        principalTable: "HandOffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandOffMoves_Obstacles_ObstacleId",
                        column: x => x.ObstacleId,
                        principalTable: "Obstacles",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_HandOffMoves_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_HandOffMoves_Trials_TrialId",
                        column: x => x.TrialId,
                        principalTable: "Trials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LeaderAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ObstacleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderAsks_Obstacles_ObstacleId",
                        column: x => x.ObstacleId,
                        principalTable: "Obstacles",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LeaderAsks_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WalkObstacles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WalkNoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObstacleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalkObstacles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalkObstacles_Obstacles_ObstacleId",
                        column: x => x.ObstacleId,
                        principalTable: "Obstacles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WalkObstacles_WalkNotes_WalkNoteId",
                        column: x => x.WalkNoteId,
                        principalTable: "WalkNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "LeaderAskMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderAskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderAskMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderAskMoves_LeaderAsks_LeaderAskId",
                        column: x => x.LeaderAskId,
                        principalTable: "LeaderAsks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_Nominations_WalkNoteId",
                table: "Nominations",
                column: "WalkNoteId");

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
                name: "IX_DecisionRightMoves_DecisionRightId_At",
                table: "DecisionRightMoves",
                columns: new[] { "DecisionRightId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRights_HolderId",
                table: "DecisionRights",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRights_WorkspaceId_Topic",
                table: "DecisionRights",
                columns: new[] { "WorkspaceId", "Topic" });

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
                name: "IX_HandOffMoves_HandOffId_At",
                table: "HandOffMoves",
                columns: new[] { "HandOffId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOffMoves_ObstacleId",
                table: "HandOffMoves",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffMoves_PracticeId",
                table: "HandOffMoves",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffMoves_TrialId",
                table: "HandOffMoves",
                column: "TrialId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffStories_HandOffId_Round_Side",
                table: "HandOffStories",
                columns: new[] { "HandOffId", "Round", "Side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_GiverId_State",
                table: "HandOffs",
                columns: new[] { "GiverId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_PracticeId",
                table: "HandOffs",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_TakerId_State",
                table: "HandOffs",
                columns: new[] { "TakerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOffs_WorkspaceId_StateSince",
                table: "HandOffs",
                columns: new[] { "WorkspaceId", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAskMoves_LeaderAskId_At",
                table: "LeaderAskMoves",
                columns: new[] { "LeaderAskId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAsks_AskedBy_State",
                table: "LeaderAsks",
                columns: new[] { "AskedBy", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAsks_LeaderId_State",
                table: "LeaderAsks",
                columns: new[] { "LeaderId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAsks_ObstacleId",
                table: "LeaderAsks",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAsks_TeamId",
                table: "LeaderAsks",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderAsks_WorkspaceId_AskedOn",
                table: "LeaderAsks",
                columns: new[] { "WorkspaceId", "AskedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LifetimeRuns_WorkspaceId_At",
                table: "LifetimeRuns",
                columns: new[] { "WorkspaceId", "At" });

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
                name: "IX_RightUses_DecisionRightId_CaseKey",
                table: "RightUses",
                columns: new[] { "DecisionRightId", "CaseKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RightUses_DecisionRightId_On",
                table: "RightUses",
                columns: new[] { "DecisionRightId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Services_Cost",
                table: "Services",
                column: "Cost");

            migrationBuilder.CreateIndex(
                name: "IX_Services_Employees",
                table: "Services",
                column: "Employees");

            migrationBuilder.CreateIndex(
                name: "IX_Services_Experience",
                table: "Services",
                column: "Experience");

            migrationBuilder.CreateIndex(
                name: "IX_Services_ServiceLevel",
                table: "Services",
                column: "ServiceLevel");

            migrationBuilder.CreateIndex(
                name: "IX_Services_TeamId",
                table: "Services",
                column: "TeamId");

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

            migrationBuilder.CreateIndex(
                name: "IX_TrialStages_TrialId_Number",
                table: "TrialStages",
                columns: new[] { "TrialId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WalkNotes_JourneyStepId",
                table: "WalkNotes",
                column: "JourneyStepId");

            migrationBuilder.CreateIndex(
                name: "IX_WalkNotes_TeamId_State",
                table: "WalkNotes",
                columns: new[] { "TeamId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_WalkNotes_WorkspaceId_On",
                table: "WalkNotes",
                columns: new[] { "WorkspaceId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_WalkObstacles_ObstacleId",
                table: "WalkObstacles",
                column: "ObstacleId");

            migrationBuilder.CreateIndex(
                name: "IX_WalkObstacles_WalkNoteId_At",
                table: "WalkObstacles",
                columns: new[] { "WalkNoteId", "At" });
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
                name: "DecisionRightMoves");

            migrationBuilder.DropTable(
                name: "HandOffMoves");

            migrationBuilder.DropTable(
                name: "HandOffStories");

            migrationBuilder.DropTable(
                name: "LeaderAskMoves");

            migrationBuilder.DropTable(
                name: "LifetimeRuns");

            migrationBuilder.DropTable(
                name: "NominationPhotos");

            migrationBuilder.DropTable(
                name: "ObstacleMoves");

            migrationBuilder.DropTable(
                name: "OutcomeClaims");

            migrationBuilder.DropTable(
                name: "RightUses");

            migrationBuilder.DropTable(
                name: "Services");

            migrationBuilder.DropTable(
                name: "TargetMoves");

            migrationBuilder.DropTable(
                name: "TrialStages");

            migrationBuilder.DropTable(
                name: "WalkObstacles");

            migrationBuilder.DropTable(
                name: "BusinessCases");

            migrationBuilder.DropTable(
                name: "HandOffs");

            migrationBuilder.DropTable(
                name: "LeaderAsks");

            migrationBuilder.DropTable(
                name: "Experiments");

            migrationBuilder.DropTable(
                name: "DecisionRights");

            migrationBuilder.DropTable(
                name: "WalkNotes");

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

            migrationBuilder.DropIndex(
                name: "IX_Nominations_WalkNoteId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "ObstacleId",
                table: "Trials");

            migrationBuilder.DropColumn(
                name: "ObstacleId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "WalkNoteId",
                table: "Nominations");

            migrationBuilder.DropColumn(
                name: "ValueTo",
                table: "Metrics");
        }
    }
}
