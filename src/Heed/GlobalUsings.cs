global using Heed.Files;
global using Heed.Kit;
global using Microsoft.EntityFrameworkCore;
global using IInWorkspace = Heed.Storage.IInWorkspace;
global using Lever = Heed.Analytics.Evidence.Lever;
