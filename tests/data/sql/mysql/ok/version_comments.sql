1 + /*!00000 2 */ + 3 /*!999999 noise*/ + 4

amount /*!99999 'not closed (and ] not read */ + 1

amount /*!990000 outer /* inner */ outer */ + 1

amount /*!80000 + 2 */ + 1

amount /*!100100 + 2 */

amount /*! + 2 */

amount + /*!1 */

amount + /*!12345 6*/

(SELECT a /*!999999 FROM FROM */ FROM t)
