global using Heed.Kit;
global using Microsoft.EntityFrameworkCore;
