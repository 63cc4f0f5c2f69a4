namespace Heed.Ui;

static class Nothing;
