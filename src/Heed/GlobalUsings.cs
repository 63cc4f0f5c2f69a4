global using Heed.Files;
global using Heed.Kit;
global using Microsoft.EntityFrameworkCore;
global using Estimate = Heed.Analytics.Estimate;
global using IInWorkspace = Heed.Storage.IInWorkspace;
global using Lever = Heed.Analytics.Evidence.Lever;
global using VerdictWord = Heed.Analytics.Evidence.VerdictWord;
