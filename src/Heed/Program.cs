using Heed.Commands;

return await HeedCommand.Run(args);
