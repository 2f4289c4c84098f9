// Answers each line of its input, a statement in Base64, with a line: `1` if SQL Server's own parser finds one
// statement without errors, else `0`.
//
// Built with any C# compiler against Microsoft.SqlServer.TransactSql.ScriptDom.dll. Without a .NET SDK: the wheel
// `mssql-cli` contains that library with a .NET runtime, in `mssqlcli/mssqltoolsservice/bin`. There,
//
//     mcs -nostdlib -noconfig -r:System.Private.CoreLib.dll -r:System.Runtime.dll -r:System.Runtime.Extensions.dll
//         -r:System.Console.dll -r:netstandard.dll -r:Microsoft.SqlServer.TransactSql.ScriptDom.dll
//         -out:MicrosoftSqlToolsServiceLayer.dll scriptdom.cs
//
// replaces the service by this program, which `MicrosoftSqlToolsServiceLayer` then runs
// (`DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1` if there is no ICU).
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;

static class Judge
{
    static void Main()
    {
        var parser = new TSql150Parser(true);
        for (var line = Console.ReadLine(); line != null; line = Console.ReadLine())
        {
            var statement = Encoding.UTF8.GetString(Convert.FromBase64String(line));
            IList<ParseError> errors;
            var script = parser.Parse(new StringReader(statement), out errors) as TSqlScript;
            var isOne = errors.Count == 0
                && script != null
                && script.Batches.Count == 1
                && script.Batches[0].Statements.Count == 1;
            Console.WriteLine(isOne ? "1" : "0");
            Console.Out.Flush();
        }
    }
}
